/** The Contact Center under test. */
@NullMarked
package app.recado.client.ui.inbox;

import org.jspecify.annotations.NullMarked;
