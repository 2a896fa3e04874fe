package app.recado.relay.dialog;

import app.recado.protocol.DialogId;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.UserId;
import app.recado.relay.store.Cells;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far each person has read, and what each wants to hear of. Stateless. */
final class ReadingTable {

  private static final String SELECT =
      "SELECT user_id, last_read, unread, muted, followed FROM reading WHERE dialog_id = ?";

  private record Reading(UserId user, ReadingRow row) {}

  private ReadingTable() {}

  /** Counts a message of the customer, already stored, for those who read the dialog. */
  static void customerWrote(Write write, Dialog dialog) {
    Tx tx = write.tx();
    tx.run("UPDATE reading SET unread = unread + 1 WHERE dialog_id = ?", dialog.id);
    Set<UserId> known = new HashSet<>();
    for (Reading reading : all(tx, dialog.id)) {
      known.add(reading.user);
      write.putPrivate(reading.row, dialog.id, reading.user);
    }
    if (dialog.owner != null && !known.contains(dialog.owner)) {
      new Mine(write, dialog, dialog.owner, null).counted(0).save();
    }
    for (UserId user : dialog.participants) {
      if (!known.contains(user)) {
        new Mine(write, dialog, user, null).counted(0).save();
      }
    }
  }

  /** The caller's own. */
  static Mine of(Attempt a) {
    ReadingRow row =
        a.tx()
            .first(
                SELECT + " AND user_id = ?",
                found -> reading(found, a.dialog().id).row,
                a.dialog().id,
                a.user())
            .orElse(null);
    return new Mine(a.write(), a.dialog(), a.user(), row);
  }

  /**
   * What one person has of one dialog, to be changed: each change gives another, or null where it
   * changes nothing.
   *
   * @param row null while there is none
   */
  record Mine(Write write, Dialog dialog, UserId user, @Nullable ReadingRow row) {
    boolean isUnread() {
      return row != null && row.unread() > 0;
    }

    /** Reading goes forward only. */
    @Nullable Mine readTo(long position) {
      return row != null && row.lastRead() >= position ? null : counted(position);
    }

    /**
     * @param position the first that is unread; at 0 there is none
     */
    @Nullable Mine unreadFrom(long position) {
      boolean nothing = position == 0 || (row != null && row.lastRead() == position - 1);
      return nothing ? null : counted(position - 1);
    }

    private Mine counted(long lastRead) {
      long unread = MessageTable.countOfCustomerAfter(write.tx(), dialog.id, lastRead);
      return with(lastRead, unread, isMuted(), isFollowed());
    }

    @Nullable Mine muted(boolean muted) {
      return muted == isMuted() ? null : wishing(muted, isFollowed());
    }

    @Nullable Mine followed(boolean followed) {
      return followed == isFollowed() ? null : wishing(isMuted(), followed);
    }

    private boolean isMuted() {
      return row != null && row.muted();
    }

    private boolean isFollowed() {
      return row != null && row.followed();
    }

    /** Whoever had nothing to read there begins with what is written from now on. */
    private Mine wishing(boolean muted, boolean followed) {
      return row == null
          ? with(dialog.lastPosition, 0, muted, followed)
          : with(row.lastRead(), row.unread(), muted, followed);
    }

    private Mine with(long lastRead, long unread, boolean muted, boolean followed) {
      ReadingRow next =
          new ReadingRow(dialog.id, lastRead, Math.toIntExact(unread), muted, followed);
      return new Mine(write, dialog, user, next);
    }

    /** The number of the change. */
    long save() {
      ReadingRow saved = Objects.requireNonNull(row);
      write
          .tx()
          .run(
              """
              INSERT INTO reading (dialog_id, user_id, last_read, unread, muted, followed)
              VALUES (?, ?, ?, ?, ?, ?)
              ON CONFLICT (dialog_id, user_id)
              DO UPDATE SET last_read = excluded.last_read, unread = excluded.unread,
                muted = excluded.muted, followed = excluded.followed
              """,
              dialog.id,
              user,
              saved.lastRead(),
              saved.unread(),
              saved.muted(),
              saved.followed());
      return write.putPrivate(saved, dialog.id, user);
    }
  }

  private static Reading reading(Cells row, DialogId dialog) {
    ReadingRow reading =
        new ReadingRow(
            dialog, row.number(2), Math.toIntExact(row.number(3)), row.flag(4), row.flag(5));
    return new Reading(new UserId(row.text(1)), reading);
  }

  private static List<Reading> all(Tx tx, DialogId dialog) {
    return tx.list(SELECT + " ORDER BY user_id", row -> reading(row, dialog), dialog);
  }
}
