/** Emoji under test. */
@NullMarked
package app.recado.client.ui.emoji;

import org.jspecify.annotations.NullMarked;
