package app.recado.relay.macro;

import app.recado.protocol.Json;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.relay.store.Tx;
import java.util.Optional;

/** Macros as they are kept; one that is deleted keeps its row. */
final class MacroTable {
  private MacroTable() {}

  record Entry(MacroRow row, boolean deleted) {}

  static Optional<Entry> find(Tx tx, MacroId id) {
    return tx.first(
        "SELECT data, deleted FROM macro WHERE id = ?",
        row -> new Entry(Json.read(row.text(1), MacroRow.class), row.flag(2)),
        id);
  }

  static void store(Tx tx, MacroRow row, boolean deleted) {
    tx.run(
        """
        INSERT INTO macro (id, data, deleted) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET data = excluded.data, deleted = excluded.deleted
        """,
        row.id(),
        Json.write(row),
        deleted);
  }
}
