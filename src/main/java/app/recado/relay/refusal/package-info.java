/** How the relay says no, in every room of it. */
@NullMarked
package app.recado.relay.refusal;

import org.jspecify.annotations.NullMarked;
