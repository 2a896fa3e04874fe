/** Choosing what a dialog is marked with: tags, how pressing it is, how long it sleeps. */
@NullMarked
package app.recado.client.ui.marks;

import org.jspecify.annotations.NullMarked;
