/** The desk's SQLite: the relay's rows as they are, the outbox, drafts, the cursor. */
@NullMarked
package app.recado.client.cache;

import org.jspecify.annotations.NullMarked;
