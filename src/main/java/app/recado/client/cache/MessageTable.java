package app.recado.client.cache;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.Json;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Messages and their full-text index, written together. */
public final class MessageTable {
  private static final String INSERT =
      "INSERT OR IGNORE INTO message (n, id, dialog, position, seq, session, author_kind,"
          + " author_id, text, whisper, quote, files, created_at, edited_at, deleted_at, delivery,"
          + " failure, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Without what its indexes are made of: a column that is named costs their rewriting. */
  private static final String UPDATE =
      "UPDATE message SET seq = ?5, session = ?6, author_kind = ?7, author_id = ?8, text = ?9,"
          + " whisper = ?10, quote = ?11, files = ?12, created_at = ?13, edited_at = ?14,"
          + " deleted_at = ?15, delivery = ?16, failure = ?17, event = ?18 WHERE n = ?1";

  private final Database database;

  MessageTable(Database database) {
    this.database = database;
  }

  /** A message with the number of its last change. */
  public record Numbered(MessageRow message, long seq) {}

  /**
   * Stores messages that are newer than what is there, in one transaction. The order does not
   * matter: rows are written dialog by dialog, and words by time, which is what their indexes like.
   *
   * @param probably whether they are probably known already
   * @param force which of them replace what is there even if that has a higher number
   * @return the dialogs in which something changed
   */
  public Set<DialogId> put(List<Numbered> messages, boolean probably, Predicate<MessageRow> force) {
    if (messages.isEmpty()) {
      return Set.of();
    }
    List<Numbered> sorted = new ArrayList<>(messages);
    sorted.sort(
        Comparator.comparing((Numbered entry) -> entry.message().dialog().value())
            .thenComparingLong(entry -> entry.message().position()));
    return database.transaction(() -> {
      Set<DialogId> changed = new HashSet<>();
      List<Word> words = new ArrayList<>();
      for (Numbered entry : sorted) {
        if (put(entry, probably, force, words)) {
          changed.add(entry.message().dialog());
        }
      }
      write(words);
      return changed;
    });
  }

  /** Removes messages unless something newer is there; returns the dialogs that lost some. */
  public Set<DialogId> remove(List<String> ids, long seq) {
    return database.transaction(() -> {
      Set<DialogId> changed = new HashSet<>();
      List<Word> words = new ArrayList<>();
      for (String id : ids) {
        Known known = known(id);
        if (known != null && known.seq <= seq) {
          delete(known, words);
          changed.add(new DialogId(known.dialog));
        }
      }
      write(words);
      return changed;
    });
  }

  /** Removes all messages of a dialog whose last change is not newer; returns how many. */
  public int removeAll(DialogId dialog, long seq) {
    return removeWhere("dialog = ? AND seq <= ?", dialog.value(), seq);
  }

  /** Removes the messages of a dialog below a position: they become a hole. */
  public int removeBelow(DialogId dialog, long position) {
    return removeWhere("dialog = ? AND position < ?", dialog.value(), position);
  }

  /** How many messages are cached. */
  public long count() {
    return database.read(() -> {
      try (ResultSet row = database.prepare("SELECT count(*) FROM message").executeQuery()) {
        return row.getLong(1);
      }
    });
  }

  /** The files of all cached messages. */
  public Set<FileId> files() {
    return database.read(() -> {
      Set<FileId> files = new HashSet<>();
      try (ResultSet row =
          database
              .prepare("SELECT files FROM message INDEXED BY message_files WHERE files IS NOT NULL")
              .executeQuery()) {
        while (row.next()) {
          for (Attachment file : Json.read(row.getString(1), Attachment[].class)) {
            files.add(file.id());
          }
        }
      }
      return files;
    });
  }

  /** How many cached messages of the customer come after a position. */
  public int countOfCustomerAfter(DialogId dialog, long position) {
    return database.read(() -> {
      PreparedStatement statement =
          database.prepare(
              "SELECT count(*) FROM message"
                  + " WHERE dialog = ? AND position > ? AND author_kind = 'CUSTOMER'");
      statement.setString(1, dialog.value());
      statement.setLong(2, position);
      try (ResultSet row = statement.executeQuery()) {
        return row.getInt(1);
      }
    });
  }

  /** What the customer wrote last, as far as it is cached; empty if nothing is. */
  public String lastWordsOfCustomer(DialogId dialog) {
    return database.read(() -> {
      PreparedStatement statement =
          database.prepare(
              "SELECT text FROM message WHERE dialog = ? AND author_kind = 'CUSTOMER'"
                  + " AND deleted_at IS NULL ORDER BY position DESC LIMIT 1");
      statement.setString(1, dialog.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    });
  }

  /** What a message says; empty if it is not cached. */
  public String textOf(MessageId message) {
    return database.read(() -> {
      PreparedStatement statement = database.prepare("SELECT text FROM message WHERE id = ?");
      statement.setString(1, message.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    });
  }

  int removeUnconfirmed() {
    return removeWhere(
        "id NOT IN (SELECT id FROM confirmed WHERE kind = ?) AND n < ?", "message", Long.MAX_VALUE);
  }

  private int removeWhere(String condition, String first, long second) {
    return database.transaction(() -> {
      PreparedStatement statement =
          database.prepare("SELECT n, dialog, position, seq, text FROM message WHERE " + condition);
      statement.setString(1, first);
      statement.setLong(2, second);
      List<Known> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(Known.of(rows));
        }
      }
      List<Word> words = new ArrayList<>();
      for (Known known : found) {
        delete(known, words);
      }
      write(words);
      return found.size();
    });
  }

  private boolean put(
      Numbered entry, boolean probably, Predicate<MessageRow> force, List<Word> words)
      throws SQLException {
    MessageRow message = entry.message();
    long n = MessageRows.number(message);
    if (!probably && insert(n, entry)) {
      words.add(new Word(n, message.text(), true));
      return true;
    }
    Known known = known(message.id().value());
    if (known == null) {
      // Another message of the same moment may hold the number.
      while (!insert(n, entry)) {
        n++;
      }
      words.add(new Word(n, message.text(), true));
      return true;
    }
    if (known.seq >= entry.seq() && !force.test(message)) {
      return false;
    }
    PreparedStatement update = database.prepare(UPDATE);
    MessageRows.bind(update, known.n, message, entry.seq());
    update.executeUpdate();
    if (known.position != message.position() || !known.dialog.equals(message.dialog().value())) {
      move(known.n, message);
    }
    if (!known.text.equals(message.text())) {
      words.add(new Word(known.n, known.text, false));
      words.add(new Word(known.n, message.text(), true));
    }
    return true;
  }

  private boolean insert(long n, Numbered entry) throws SQLException {
    PreparedStatement statement = database.prepare(INSERT);
    MessageRows.bind(statement, n, entry.message(), entry.seq());
    return statement.executeUpdate() > 0;
  }

  private void move(long n, MessageRow message) throws SQLException {
    PreparedStatement statement =
        database.prepare("UPDATE message SET dialog = ?, position = ? WHERE n = ?");
    statement.setString(1, message.dialog().value());
    statement.setLong(2, message.position());
    statement.setLong(3, n);
    statement.executeUpdate();
  }

  private void delete(Known known, List<Word> words) throws SQLException {
    PreparedStatement statement = database.prepare("DELETE FROM message WHERE n = ?");
    statement.setLong(1, known.n);
    statement.executeUpdate();
    words.add(new Word(known.n, known.text, false));
  }

  /** FTS5 flushes its buffer whenever numbers do not ascend, so they have to. */
  private void write(List<Word> words) throws SQLException {
    words.sort(Comparator.comparingLong(Word::n));
    for (Word word : words) {
      if (word.text.isEmpty()) {
        continue;
      }
      PreparedStatement statement =
          database.prepare(
              word.added
                  ? "INSERT INTO message_words (rowid, text) VALUES (?, ?)"
                  : "INSERT INTO message_words (message_words, rowid, text)"
                      + " VALUES ('delete', ?, ?)");
      statement.setLong(1, word.n);
      statement.setString(2, word.text);
      statement.executeUpdate();
    }
  }

  private @Nullable Known known(String id) throws SQLException {
    PreparedStatement statement =
        database.prepare("SELECT n, dialog, position, seq, text FROM message WHERE id = ?");
    statement.setString(1, id);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Known.of(row) : null;
    }
  }

  private record Known(long n, String dialog, long position, long seq, String text) {
    static Known of(ResultSet row) throws SQLException {
      return new Known(
          row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5));
    }
  }

  private record Word(long n, String text, boolean added) {}
}
