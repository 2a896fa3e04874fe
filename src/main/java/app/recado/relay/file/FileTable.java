package app.recado.relay.file;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.MessageId;
import app.recado.relay.store.Cells;
import app.recado.relay.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code file}. */
final class FileTable {
  /** How long an upload waits for a message to take it. */
  static final Duration WAITS = Duration.ofDays(7);

  private static final String SELECT =
      """
      SELECT id, place, holder, name, type, size, sha256, width, height, finished_at, dialog_id,
        message_id, keeper, metadata
      FROM file WHERE gone = 0
      """;

  private FileTable() {}

  /**
   * A file as the table has it.
   *
   * @param place under which the shelf has its bytes
   * @param sha256 announced, or found once it is finished
   * @param message the one that took it
   * @param keeper what has it before a message does; null for nothing
   * @param metadata what was said of it when it was announced
   */
  record Entry(
      FileId id,
      String place,
      String holder,
      String name,
      String type,
      long size,
      @Nullable String sha256,
      @Nullable Integer width,
      @Nullable Integer height,
      boolean finished,
      @Nullable DialogId dialog,
      @Nullable MessageId message,
      @Nullable String keeper,
      @Nullable String metadata) {

    /** What a message shows of it; only once it is finished. */
    Attachment attachment() {
      if (sha256 == null) {
        throw new IllegalStateException("not finished");
      }
      return new Attachment(id, name, type, size, sha256, width, height);
    }
  }

  static Optional<Entry> find(Tx tx, FileId id) {
    return tx.first(SELECT + " AND id = ?", FileTable::read, id);
  }

  static boolean wasUsed(Tx tx, FileId id) {
    return tx.exists("SELECT 1 FROM file WHERE id = ?", id);
  }

  /** How many bytes a holder announced since then, those given up aside. */
  static long bytesSince(Tx tx, String holder, Instant then) {
    return tx.number(
        """
        SELECT COALESCE(SUM(size), 0) FROM file WHERE holder = ? AND begun_at >= ? AND gone = 0
        """,
        holder,
        then);
  }

  /** How many of a holder's uploads no message has taken. */
  static long waiting(Tx tx, String holder) {
    return tx.number(
        "SELECT COUNT(*) FROM file WHERE holder = ? AND due_at IS NOT NULL AND gone = 0", holder);
  }

  static void insert(Tx tx, Uploads.Announced file, String place, Holder holder, Instant now) {
    tx.run(
        """
        INSERT INTO file (id, place, holder, name, type, size, sha256, metadata, begun_at, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        file.id(),
        place,
        holder.key(),
        file.name(),
        file.type(),
        file.size(),
        file.sha256(),
        file.metadata(),
        now,
        now.plus(WAITS));
  }

  /**
   * Whether what is left of an upload can begin anew: it was its holder's and no message had it.
   */
  static boolean revive(Tx tx, Uploads.Announced file, String place, Holder holder, Instant now) {
    return tx.run(
            """
            UPDATE file SET place = ?, name = ?, type = ?, sha256 = ?, metadata = ?, width = NULL,
              height = NULL, finished_at = NULL, begun_at = ?, due_at = ?, gone = 0
            WHERE id = ? AND holder = ? AND size = ? AND message_id IS NULL
              AND gone = 1 AND due_at IS NULL
            """,
            place,
            file.name(),
            file.type(),
            file.sha256(),
            file.metadata(),
            now,
            now.plus(WAITS),
            file.id(),
            holder.key(),
            file.size())
        > 0;
  }

  /** Whether its bytes are still to be removed. */
  static boolean isGoing(Tx tx, FileId id) {
    return tx.exists("SELECT 1 FROM file WHERE id = ? AND gone = 1 AND due_at IS NOT NULL", id);
  }

  static void finish(Tx tx, Attachment file, Instant now) {
    tx.run(
        """
        UPDATE file SET type = ?, sha256 = ?, width = ?, height = ?, finished_at = ?
        WHERE id = ? AND finished_at IS NULL AND gone = 0
        """,
        file.type(),
        file.sha256(),
        file.width() == null ? null : Long.valueOf(file.width()),
        file.height() == null ? null : Long.valueOf(file.height()),
        now,
        file.id());
  }

  static void take(Tx tx, FileId id, DialogId dialog, MessageId message) {
    tx.run(
        "UPDATE file SET dialog_id = ?, message_id = ?, keeper = NULL, due_at = NULL WHERE id = ?",
        dialog,
        message,
        id);
  }

  static void keep(Tx tx, FileId id, String keeper) {
    tx.run("UPDATE file SET keeper = ?, due_at = NULL WHERE id = ?", keeper, id);
  }

  /** What that one has is its own for a while only. */
  static void expire(Tx tx, String keeper, Instant now) {
    tx.run(
        "UPDATE file SET due_at = ? WHERE keeper = ? AND gone = 0 AND due_at IS NULL",
        now.plus(WAITS),
        keeper);
  }

  /** What that one has waits for a message again. */
  static void release(Tx tx, String keeper, Instant now) {
    tx.run(
        "UPDATE file SET keeper = NULL, due_at = ? WHERE keeper = ? AND gone = 0",
        now.plus(WAITS),
        keeper);
  }

  /** Nobody finds it any more; its bytes follow. */
  static void drop(Tx tx, FileId id, Instant now) {
    tx.run("UPDATE file SET gone = 1, due_at = ? WHERE id = ? AND gone = 0", now, id);
  }

  static void dropOf(Tx tx, MessageId message, Instant now) {
    tx.run("UPDATE file SET gone = 1, due_at = ? WHERE message_id = ? AND gone = 0", now, message);
  }

  /** What is due to be removed: an id and its place on the shelf. */
  record Due(FileId id, String place) {}

  static List<Due> due(Tx tx, Instant now, int limit) {
    return tx.list(
        "SELECT id, place FROM file WHERE due_at <= ? ORDER BY due_at, id LIMIT ?",
        row -> new Due(new FileId(row.text(1)), row.text(2)),
        now,
        limit);
  }

  /** Whether another file has the same bytes. */
  static boolean isShared(Tx tx, String place) {
    return tx.exists("SELECT 1 FROM file WHERE place = ? AND gone = 0", place);
  }

  static Instant nextDue(Tx tx) {
    return tx.first(
            "SELECT MIN(due_at) FROM file",
            row -> row.timeOrNull(1) == null ? Instant.MAX : row.time(1))
        .orElse(Instant.MAX);
  }

  /** Says that nobody may take it any more; false if a message was quicker. */
  static boolean giveUp(Tx tx, FileId id, Instant now) {
    return tx.run("UPDATE file SET gone = 1 WHERE id = ? AND due_at <= ?", id, now) > 0;
  }

  /** What stays of it says only that the id was used, and by whom. */
  static void forget(Tx tx, FileId id) {
    tx.run(
        "UPDATE file SET name = '', due_at = NULL, sha256 = NULL, metadata = NULL"
            + " WHERE id = ? AND gone = 1",
        id);
  }

  private static Entry read(Cells row) {
    String dialog = row.textOrNull(11);
    String message = row.textOrNull(12);
    return new Entry(
        new FileId(row.text(1)),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.number(6),
        row.textOrNull(7),
        pixels(row, 8),
        pixels(row, 9),
        row.numberOrNull(10) != null,
        dialog == null ? null : new DialogId(dialog),
        message == null ? null : new MessageId(message),
        row.textOrNull(13),
        row.textOrNull(14));
  }

  private static @Nullable Integer pixels(Cells row, int column) {
    Long number = row.numberOrNull(column);
    return number == null ? null : Math.toIntExact(number);
  }
}
