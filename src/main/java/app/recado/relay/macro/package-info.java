/** Several acts kept to be done again in one go, and who may see them. */
@NullMarked
package app.recado.relay.macro;

import org.jspecify.annotations.NullMarked;
