/** The desk's windows under test, and the fixtures they share. */
@NullMarked
package app.recado.client.ui;

import org.jspecify.annotations.NullMarked;
