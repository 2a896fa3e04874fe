/** Colours under test. */
@NullMarked
package app.recado.client.ui.theme;

import org.jspecify.annotations.NullMarked;
