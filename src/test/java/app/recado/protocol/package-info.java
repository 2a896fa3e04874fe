@NullMarked
package app.recado.protocol;

import org.jspecify.annotations.NullMarked;
