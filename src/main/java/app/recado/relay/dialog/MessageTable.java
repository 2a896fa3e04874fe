package app.recado.relay.dialog;

import app.recado.protocol.AuthorKind;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.RowKind;
import app.recado.protocol.SessionId;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages: what they are judged by here, what is shown of them in the change log. Stateless. */
final class MessageTable {

  private static final int KIND = RowKind.MESSAGE.ordinal();

  /** A dialog's messages behind a position; the change log has them in their order. */
  private static final String BEHIND =
      """
       FROM change c JOIN message m ON m.id = c.row_id
      WHERE c.kind = ? AND c.dialog_id = ? AND c.position > ?
      """;

  /** A message that somebody had not seen. */
  record Unseen(MessageId id, AuthorKind kind, @Nullable String author, long position) {}

  private MessageTable() {}

  /**
   * Logs and stores a message; {@link SearchIndex#advance} makes it found.
   *
   * @param publicPosition its place among what the customer sees; null if it is not
   * @param device the agent's device it came from
   */
  static long insert(
      Write write, MessageRow message, @Nullable Long publicPosition, @Nullable DeviceId device) {
    long seq = write.put(message, message.dialog());
    write
        .tx()
        .run(
            "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            seq,
            message.id(),
            message.dialog(),
            message.session(),
            message.position(),
            publicPosition,
            message.author().kind(),
            message.author().id(),
            device);
    return seq;
  }

  /** Logs a message as it is now; its place and author never change. */
  static long update(Write write, MessageRow before, MessageRow after) {
    long seq = write.put(after, after.dialog());
    if (!before.text().equals(after.text())) {
      Tx tx = write.tx();
      long num = tx.number("SELECT num FROM message WHERE id = ?", after.id());
      SearchIndex.replace(tx, num);
    }
    return seq;
  }

  static Optional<MessageRow> find(Tx tx, MessageId id) {
    return tx.first(
        "SELECT data FROM change WHERE kind = ? AND row_key = ?",
        row -> read(row.text(1)),
        KIND,
        id);
  }

  static MessageRow read(String json) {
    return Json.read(Json.read(json, JsonObject.class), MessageRow.class);
  }

  static boolean exists(Tx tx, MessageId id) {
    return tx.exists("SELECT 1 FROM message WHERE id = ?", id);
  }

  /** Whether it is a person's message in a session. */
  static boolean isOf(Tx tx, MessageId id, SessionId session, UserId author) {
    return tx.exists(
        "SELECT 1 FROM message WHERE id = ? AND session_id = ? AND author_id = ?",
        id,
        session,
        author);
  }

  /** The position of a message of the dialog; 0 if it is none. */
  static long position(Tx tx, DialogId dialog, MessageId id) {
    return tx.number("SELECT position FROM message WHERE id = ? AND dialog_id = ?", id, dialog);
  }

  /** Public agents' messages behind a position, but those this person sent from this device. */
  static List<Unseen> repliesAfter(
      Tx tx, DialogId dialog, long position, UserId user, DeviceId device) {
    return tx.list(
        "SELECT m.id, m.author_kind, m.author_id, m.position"
            + BEHIND
            + """
             AND m.public_position IS NOT NULL AND m.author_kind IN ('agent', 'bot')
              AND NOT (m.author_id = ? AND m.device_id = ?)
            ORDER BY c.position DESC
            """,
        row ->
            new Unseen(
                new MessageId(row.text(1)),
                AuthorKind.valueOf(row.text(2).toUpperCase(Locale.ROOT)),
                row.textOrNull(3),
                row.number(4)),
        KIND,
        dialog,
        position,
        user,
        device);
  }

  /** The customer's latest message behind a position. */
  static Optional<MessageId> customerAfter(Tx tx, DialogId dialog, long position) {
    return tx.first(
        "SELECT m.id" + BEHIND + " AND m.author_kind = 'customer' ORDER BY c.position DESC LIMIT 1",
        row -> new MessageId(row.text(1)),
        KIND,
        dialog,
        position);
  }

  /** Where the customer's newest message stands; 0 if there is none. */
  static long lastOfCustomer(Attempt a) {
    return a.tx()
        .first(
            "SELECT c.position"
                + BEHIND
                + " AND m.author_kind = 'customer' ORDER BY c.position DESC LIMIT 1",
            row -> row.number(1),
            KIND,
            a.dialog().id,
            0L)
        .orElse(0L);
  }

  static long countOfCustomerAfter(Tx tx, DialogId dialog, long position) {
    return tx.number(
        "SELECT COUNT(*)" + BEHIND + " AND m.author_kind = 'customer'", KIND, dialog, position);
  }

  /** Whether the newest rating of a session came with this comment, or with none. */
  static boolean isRatedWith(Tx tx, DialogId dialog, SessionId session, @Nullable String comment) {
    return tx.first(
            "SELECT data FROM change WHERE kind = ? AND dialog_id = ? AND data LIKE ?"
                + " AND data LIKE ? ORDER BY position DESC LIMIT 1",
            row -> read(row.text(1)),
            KIND,
            dialog,
            "%\"session\":\"" + session.value() + "\"%",
            "%\"type\":\"rated\"%")
        .map(MessageRow::event)
        .filter(event -> Objects.equals(event.text(), comment))
        .isPresent();
  }

  /** Copies of a message; only dialogs with sessions that were moved are looked through. */
  static List<MessageRow> copies(Tx tx, DialogId dialog, MessageId original) {
    boolean none =
        !tx.exists("SELECT 1 FROM session WHERE dialog_id = ? AND parent IS NOT NULL", dialog);
    if (none) {
      return List.of();
    }
    return tx.list(
        "SELECT data FROM change WHERE kind = ? AND dialog_id = ? AND data LIKE ?",
        row -> read(row.text(1)),
        KIND,
        dialog,
        "%\"quote\":\"" + original.value() + "\"%\"type\":\"copied\"%");
  }

  static void keepRevision(Write write, MessageRow message) {
    Tx tx = write.tx();
    long version =
        tx.number("SELECT COUNT(*) FROM revision WHERE message_id = ?", message.id()) + 1;
    tx.run(
        "INSERT INTO revision VALUES (?, ?, ?, ?)",
        message.id(),
        version,
        message.text(),
        write.now());
  }
}
