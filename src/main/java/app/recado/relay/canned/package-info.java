/** Texts kept to be used again, and who may see them. */
@NullMarked
package app.recado.relay.canned;

import org.jspecify.annotations.NullMarked;
