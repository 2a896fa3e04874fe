/**
 * The relay: keeps the truth and passes it on. {@link app.recado.relay.Relay} is the whole of it
 * without its HTTP skin.
 */
@NullMarked
package app.recado.relay;

import org.jspecify.annotations.NullMarked;
