/**
 * The one register of what can be done in the desk; whatever offers something draws it from here.
 */
@NullMarked
package app.recado.client.ui.action;

import org.jspecify.annotations.NullMarked;
