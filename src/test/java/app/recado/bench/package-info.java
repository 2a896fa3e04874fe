/**
 * What fast means here: every figure is a ratio of two things timed in turn in one run, so that a
 * slow machine slows both. {@code mvn -Pbench} writes {@code target/bench/bench.md}.
 */
@NullMarked
package app.recado.bench;

import org.jspecify.annotations.NullMarked;
