/** Macros: looking at what one will do, running it, and the library where they are kept. */
@NullMarked
package app.recado.client.ui.macros;

import org.jspecify.annotations.NullMarked;
