/** Texts in the agent's language. */
@NullMarked
package app.recado.client.ui.i18n;

import org.jspecify.annotations.NullMarked;
