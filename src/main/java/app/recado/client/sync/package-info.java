/** The sync engine: a step machine that pushes the outbox up and brings changes down. */
@NullMarked
package app.recado.client.sync;

import org.jspecify.annotations.NullMarked;
