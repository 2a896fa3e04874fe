/** Saved views of the list and the filters they are made of. */
@NullMarked
package app.recado.client.ui.views;

import org.jspecify.annotations.NullMarked;
