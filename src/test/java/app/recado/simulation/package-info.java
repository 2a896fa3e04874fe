/**
 * Real desk engines and the real relay core on one thread, in virtual time, from one seed, over a
 * network that loses, doubles and delays; and a model of its own that checks what came of it.
 */
@NullMarked
package app.recado.simulation;

import org.jspecify.annotations.NullMarked;
