/** What the desk shows, observable and read-only outside; no JavaFX nodes. */
@NullMarked
package app.recado.client.state;

import org.jspecify.annotations.NullMarked;
