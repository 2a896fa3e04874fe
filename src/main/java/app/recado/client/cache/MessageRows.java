package app.recado.client.cache;

import app.recado.protocol.Attachment;
import app.recado.protocol.Author;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.SystemEvent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a message lies in its table. */
final class MessageRows {
  static final String COLUMNS =
      "id, dialog, position, session, author_kind, author_id, text, whisper, quote, files,"
          + " created_at, edited_at, deleted_at, delivery, failure, event";

  /** Where {@link #COLUMNS} has the text. */
  static final int TEXT = 7;

  private static final int BITS_WITHIN_A_MILLISECOND = 20;

  private MessageRows() {}

  /** The columns of one of several tables. */
  static String columns(String table) {
    return table + COLUMNS.replace(", ", ", " + table);
  }

  /** The number a message would like: by time, then scattered. */
  static long number(MessageRow message) {
    int hash = message.id().value().hashCode() * 0x9E3779B9;
    long scatter = hash >>> (32 - BITS_WITHIN_A_MILLISECOND);
    return (message.createdAt().toEpochMilli() << BITS_WITHIN_A_MILLISECOND) | scatter;
  }

  static void bind(PreparedStatement to, long n, MessageRow message, long seq) throws SQLException {
    to.setLong(1, n);
    to.setString(2, message.id().value());
    to.setString(3, message.dialog().value());
    to.setLong(4, message.position());
    to.setLong(5, seq);
    to.setString(6, message.session().value());
    to.setString(7, message.author().kind().name());
    to.setString(8, message.author().id());
    to.setString(9, message.text());
    to.setInt(10, message.whisper() ? 1 : 0);
    to.setString(11, message.quote() == null ? null : message.quote().value());
    to.setString(12, message.attachments().isEmpty() ? null : Json.write(message.attachments()));
    to.setLong(13, message.createdAt().toEpochMilli());
    time(to, 14, message.editedAt());
    time(to, 15, message.deletedAt());
    to.setString(16, message.delivery().name());
    to.setString(17, message.failure());
    to.setString(18, message.event() == null ? null : Json.write(message.event()));
  }

  static MessageRow read(ResultSet row) throws SQLException {
    String quote = row.getString(9);
    String files = row.getString(10);
    List<Attachment> attachments =
        files == null ? List.of() : List.of(Json.read(files, Attachment[].class));
    String event = row.getString(16);
    return new MessageRow(
        new MessageId(row.getString(1)),
        new DialogId(row.getString(2)),
        new SessionId(row.getString(4)),
        row.getLong(3),
        new Author(AuthorKind.valueOf(row.getString(5)), row.getString(6)),
        row.getString(TEXT),
        row.getInt(8) == 1,
        quote == null ? null : new MessageId(quote),
        attachments.stream().map(file -> file.id().value()).toList(),
        attachments,
        Instant.ofEpochMilli(row.getLong(11)),
        time(row, 12),
        time(row, 13),
        Delivery.valueOf(row.getString(14)),
        row.getString(15),
        event == null ? null : Json.read(event, SystemEvent.class));
  }

  private static void time(PreparedStatement to, int index, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      to.setNull(index, Types.INTEGER);
    } else {
      to.setLong(index, time.toEpochMilli());
    }
  }

  private static @Nullable Instant time(ResultSet row, int index) throws SQLException {
    long millis = row.getLong(index);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
