/** Paper: texts laid out on pages, with their emoji. Nothing here needs the FX thread. */
@NullMarked
package app.recado.client.ui.pdf;

import org.jspecify.annotations.NullMarked;
