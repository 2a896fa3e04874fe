/** The window: four columns, composed of the areas. */
@NullMarked
package app.recado.client.ui.shell;

import org.jspecify.annotations.NullMarked;
