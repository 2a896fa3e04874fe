/** Texts and times under test. */
@NullMarked
package app.recado.client.ui.i18n;

import org.jspecify.annotations.NullMarked;
