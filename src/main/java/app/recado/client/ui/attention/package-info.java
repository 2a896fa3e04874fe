/** Everything that was held, in one place. */
@NullMarked
package app.recado.client.ui.attention;

import org.jspecify.annotations.NullMarked;
