/** The search over dialogs and messages. */
@NullMarked
package app.recado.client.ui.search;

import org.jspecify.annotations.NullMarked;
