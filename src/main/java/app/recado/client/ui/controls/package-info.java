/** Small controls shared by all areas. */
@NullMarked
package app.recado.client.ui.controls;

import org.jspecify.annotations.NullMarked;
