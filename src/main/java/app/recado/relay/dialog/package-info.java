/** Dialogs, sessions, messages, and the commands on them. */
@NullMarked
package app.recado.relay.dialog;

import org.jspecify.annotations.NullMarked;
