/** Shared controls under test. */
@NullMarked
package app.recado.client.ui.controls;

import org.jspecify.annotations.NullMarked;
