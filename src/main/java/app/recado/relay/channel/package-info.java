/** Channels, their queues and automatic texts. */
@NullMarked
package app.recado.relay.channel;

import org.jspecify.annotations.NullMarked;
