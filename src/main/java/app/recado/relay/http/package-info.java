/** The relay's HTTP skin: router, sign-in filter, errors, event streams. */
@NullMarked
package app.recado.relay.http;

import org.jspecify.annotations.NullMarked;
