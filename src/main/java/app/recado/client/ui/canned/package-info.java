/** Canned responses: finding them, filling them in, and the library where they are kept. */
@NullMarked
package app.recado.client.ui.canned;

import org.jspecify.annotations.NullMarked;
