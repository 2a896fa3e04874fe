/** Where customers come from. */
@NullMarked
package app.recado.relay.connector;

import org.jspecify.annotations.NullMarked;
