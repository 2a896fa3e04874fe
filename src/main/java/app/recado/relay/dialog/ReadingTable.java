package app.recado.relay.dialog;

import app.recado.protocol.DialogId;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far each person has read. Stateless. */
final class ReadingTable {

  private record Reading(UserId user, long lastRead, long unread) {}

  private ReadingTable() {}

  /** Counts a message of the customer, already stored, for those who read the dialog. */
  static void customerWrote(Write write, Dialog dialog) {
    Tx tx = write.tx();
    tx.run("UPDATE reading SET unread = unread + 1 WHERE dialog_id = ?", dialog.id);
    Set<UserId> known = new HashSet<>();
    for (Reading reading : of(tx, dialog.id)) {
      known.add(reading.user);
      log(write, dialog.id, reading.user, reading.lastRead, reading.unread);
    }
    if (dialog.owner != null && !known.contains(dialog.owner)) {
      store(write, dialog.id, dialog.owner, 0);
    }
    for (UserId user : dialog.participants) {
      if (!known.contains(user)) {
        store(write, dialog.id, user, 0);
      }
    }
  }

  /** Reading goes forward only. The number of the change; 0 if there was none. */
  static long read(Write write, DialogId dialog, UserId user, long position) {
    boolean known =
        write
            .tx()
            .exists(
                "SELECT 1 FROM reading WHERE dialog_id = ? AND user_id = ? AND last_read >= ?",
                dialog,
                user,
                position);
    return known ? 0 : store(write, dialog, user, position);
  }

  private static long store(Write write, DialogId dialog, UserId user, long lastRead) {
    long unread = MessageTable.countOfCustomerAfter(write.tx(), dialog, lastRead);
    write
        .tx()
        .run(
            """
            INSERT INTO reading (dialog_id, user_id, last_read, unread) VALUES (?, ?, ?, ?)
            ON CONFLICT (dialog_id, user_id)
            DO UPDATE SET last_read = excluded.last_read, unread = excluded.unread
            """,
            dialog,
            user,
            lastRead,
            unread);
    return log(write, dialog, user, lastRead, unread);
  }

  private static long log(Write write, DialogId dialog, UserId user, long lastRead, long unread) {
    return write.putPrivate(
        new ReadingRow(dialog, lastRead, Math.toIntExact(unread)), dialog, user);
  }

  private static List<Reading> of(Tx tx, DialogId dialog) {
    return tx.list(
        "SELECT user_id, last_read, unread FROM reading WHERE dialog_id = ? ORDER BY user_id",
        row -> new Reading(new UserId(row.text(1)), row.number(2), row.number(3)),
        dialog);
  }
}
