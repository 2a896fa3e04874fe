/** The Contact Center: tabs and the list of dialogs. */
@NullMarked
package app.recado.client.ui.inbox;

import org.jspecify.annotations.NullMarked;
