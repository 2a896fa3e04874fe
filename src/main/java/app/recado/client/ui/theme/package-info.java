/** Colours, fonts and icons. */
@NullMarked
package app.recado.client.ui.theme;

import org.jspecify.annotations.NullMarked;
