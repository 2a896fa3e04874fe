/** Emoji as pictures: what is one in a text, its picture, and choosing one. */
@NullMarked
package app.recado.client.ui.emoji;

import org.jspecify.annotations.NullMarked;
