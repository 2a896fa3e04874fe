/** What is installed, started as it is. */
@NullMarked
package app.recado.installer;

import org.jspecify.annotations.NullMarked;
