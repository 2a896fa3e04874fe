/** The relay's program: serving, and administration without the desk. */
@NullMarked
package app.recado.relay.admin;

import org.jspecify.annotations.NullMarked;
