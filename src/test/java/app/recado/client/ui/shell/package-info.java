/** The window under test. */
@NullMarked
package app.recado.client.ui.shell;

import org.jspecify.annotations.NullMarked;
