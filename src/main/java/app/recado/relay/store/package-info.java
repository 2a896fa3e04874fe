/** The database: SQLite or PostgreSQL, migrations, the change log and the command log. */
@NullMarked
package app.recado.relay.store;

import org.jspecify.annotations.NullMarked;
