/** The relay as the desk sees it: calls that answer later, and errors classified once. */
@NullMarked
package app.recado.client.api;

import org.jspecify.annotations.NullMarked;
