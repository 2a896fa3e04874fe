/** Processes that are really killed, and input that nobody should send. */
@NullMarked
package app.recado.faults;

import org.jspecify.annotations.NullMarked;
