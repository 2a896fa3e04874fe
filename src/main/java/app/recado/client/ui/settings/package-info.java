/** What an agent can set. */
@NullMarked
package app.recado.client.ui.settings;

import org.jspecify.annotations.NullMarked;
