/** The field in which replies and whispers are written. */
@NullMarked
package app.recado.client.ui.composer;

import org.jspecify.annotations.NullMarked;
