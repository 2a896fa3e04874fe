/** Tests of the register of actions. */
@NullMarked
package app.recado.client.ui.action;

import org.jspecify.annotations.NullMarked;
