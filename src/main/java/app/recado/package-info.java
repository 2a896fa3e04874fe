/** Recado: the desk, the relay, and what both speak. */
@NullMarked
package app.recado;

import org.jspecify.annotations.NullMarked;
