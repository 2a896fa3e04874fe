/** Settings under test. */
@NullMarked
package app.recado.client.ui.settings;

import org.jspecify.annotations.NullMarked;
