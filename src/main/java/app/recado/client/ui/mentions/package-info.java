/** The messages that name the agent. */
@NullMarked
package app.recado.client.ui.mentions;

import org.jspecify.annotations.NullMarked;
