/** Doing the same with several dialogs at once, and what becomes of it. */
@NullMarked
package app.recado.client.ui.bulk;

import org.jspecify.annotations.NullMarked;
