/**
 * The demonstration: a relay in this very program with a sample workspace, customers who keep
 * writing, and the tour, which shows a working day where there is no screen.
 */
@NullMarked
package app.recado.demo;

import org.jspecify.annotations.NullMarked;
