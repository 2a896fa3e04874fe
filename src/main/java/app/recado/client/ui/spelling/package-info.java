/** Which words of a text are not in the dictionary of its language, and what was meant instead. */
@NullMarked
package app.recado.client.ui.spelling;

import org.jspecify.annotations.NullMarked;
