/** How files look, wherever they stand: in a message, under a draft, in full. */
@NullMarked
package app.recado.client.ui.files;

import org.jspecify.annotations.NullMarked;
