/** Choosing to whom a dialog goes, and whom to invite to it. */
@NullMarked
package app.recado.client.ui.transfer;

import org.jspecify.annotations.NullMarked;
