/** The desk's windows. */
@NullMarked
package app.recado.client.ui;

import org.jspecify.annotations.NullMarked;
