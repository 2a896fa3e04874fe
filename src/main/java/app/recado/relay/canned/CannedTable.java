package app.recado.relay.canned;

import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.Json;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import app.recado.relay.store.Cells;
import app.recado.relay.store.Tx;
import java.util.Optional;

/** Canned responses as they are kept; one that is deleted keeps its row. */
final class CannedTable {

  private static final String SELECT = "SELECT data, uses, deleted FROM canned ";

  private CannedTable() {}

  /**
   * @param row as it is shown, but for how often it was used
   * @param uses how often it was, exactly
   */
  record Entry(CannedRow row, long uses, boolean deleted) {}

  static Optional<Entry> find(Tx tx, CannedId id) {
    return tx.first(SELECT + "WHERE id = ?", CannedTable::read, id);
  }

  /** What somebody made from a message. */
  static Optional<Entry> madeFrom(Tx tx, UserId owner, MessageId source) {
    return tx.first(
        SELECT + "WHERE owner = ? AND source = ? AND deleted = 0",
        CannedTable::read,
        owner,
        source);
  }

  static void store(Tx tx, CannedRow row, long uses, boolean deleted) {
    tx.run(
        """
        INSERT INTO canned (id, owner, source, data, uses, deleted) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, source = excluded.source,
          data = excluded.data, uses = excluded.uses, deleted = excluded.deleted
        """,
        row.id(),
        row.owner(),
        row.source(),
        Json.write(row),
        uses,
        deleted);
  }

  static void count(Tx tx, CannedId id, long uses) {
    tx.run("UPDATE canned SET uses = ? WHERE id = ?", uses, id);
  }

  private static Entry read(Cells row) {
    return new Entry(Json.read(row.text(1), CannedRow.class), row.number(2), row.flag(3));
  }
}
