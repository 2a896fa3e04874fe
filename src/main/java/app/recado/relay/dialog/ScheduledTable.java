package app.recado.relay.dialog;

import app.recado.protocol.Basis;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Json;
import app.recado.protocol.MessageId;
import app.recado.protocol.RowKind;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.UserId;
import app.recado.relay.account.Caller;
import app.recado.relay.store.RowAudience;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages that wait for their time, and those that were held when it came. Stateless. */
final class ScheduledTable {

  private ScheduledTable() {}

  /**
   * @param by who scheduled it, from which device
   * @param basis what the agent had seen then
   */
  record Entry(ScheduledRow row, Caller by, @Nullable Basis basis) {
    Entry with(ScheduledRow other) {
      return new Entry(other, by, basis);
    }

    /** Whether it waits for a time that has come. */
    boolean isDue(Instant now) {
      return row.reason() == null && !row.sendAt().isAfter(now);
    }
  }

  static Optional<Entry> find(Tx tx, MessageId id) {
    return tx.first(
        "SELECT data, user_id, device_id, basis FROM scheduled WHERE id = ?",
        row -> {
          String basis = row.textOrNull(4);
          return new Entry(
              Json.read(row.text(1), ScheduledRow.class),
              new Caller(new UserId(row.text(2)), new DeviceId(row.text(3))),
              basis == null ? null : Json.read(basis, Basis.class));
        },
        id);
  }

  /** What is due, earliest first. */
  static List<MessageId> due(Tx tx, Instant now, int most) {
    return tx.list(
        "SELECT id FROM scheduled WHERE send_at <= ? ORDER BY send_at, id LIMIT ?",
        row -> new MessageId(row.text(1)),
        now,
        most);
  }

  static Instant nextDue(Tx tx) {
    return tx.first(
            "SELECT MIN(send_at) FROM scheduled",
            row -> row.timeOrNull(1) == null ? Instant.MAX : row.time(1))
        .orElse(Instant.MAX);
  }

  /** Stores one and tells its author; returns the number of that. */
  static long store(Write write, Entry entry) {
    ScheduledRow row = entry.row();
    write
        .tx()
        .run(
            """
            INSERT INTO scheduled (id, user_id, device_id, basis, send_at, data)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET send_at = excluded.send_at, data = excluded.data
            """,
            row.id(),
            entry.by().user(),
            entry.by().device(),
            entry.basis() == null ? null : Json.write(entry.basis()),
            row.reason() == null ? row.sendAt() : null,
            Json.write(row));
    return write.putTo(row, new RowAudience.OnePerson(entry.by().user()));
  }

  /** Forgets one that was sent or called back; returns the number of that. */
  static long remove(Write write, Entry entry) {
    write.tx().run("DELETE FROM scheduled WHERE id = ?", entry.row().id());
    return write.takeFrom(
        RowKind.SCHEDULED, entry.row().rowId(), new RowAudience.OnePerson(entry.by().user()));
  }
}
