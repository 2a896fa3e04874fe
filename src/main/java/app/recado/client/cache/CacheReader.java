package app.recado.client.cache;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages beside the writer, on a connection of its own. Belongs to one thread at a time;
 * opens its connection at the first question.
 */
public final class CacheReader implements AutoCloseable {
  /**
   * How many of the newest candidates are read before the whole words are asked for: common words
   * fill a page of results from fewer, and reading as many in vain is not felt.
   */
  private static final int LOOKED_AT = 200;

  private static final String SELECT = "SELECT " + MessageRows.COLUMNS + " FROM message ";

  private final Path file;
  private @Nullable Database opened;

  CacheReader(Path file) {
    this.file = file;
  }

  /** Messages below a position, the nearest ones, ascending. */
  public List<MessageRow> before(DialogId dialog, long position, int limit) {
    List<MessageRow> found =
        rows(
            "WHERE dialog = ? AND position < ? ORDER BY position DESC LIMIT ?",
            dialog,
            position,
            limit);
    Collections.reverse(found);
    return found;
  }

  /** Messages from a position on, ascending. */
  public List<MessageRow> from(DialogId dialog, long position, int limit) {
    return rows(
        "WHERE dialog = ? AND position >= ? ORDER BY position LIMIT ?", dialog, position, limit);
  }

  /** One message; null if it is not cached. */
  public @Nullable MessageRow message(MessageId id) {
    return database()
        .<@Nullable MessageRow>read(() -> {
          PreparedStatement statement = database().prepare(SELECT + "WHERE id = ?");
          statement.setString(1, id.value());
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? MessageRows.read(row) : null;
          }
        });
  }

  /**
   * The newest messages that contain every word, each as a prefix. The index lists what begins with
   * few letters from the newest on, but must read all there is of a longer beginning; so some of
   * the newest are looked at first, which is enough for a word that is often used.
   *
   * @param near an FTS5 expression of such short beginnings, which finds all of them and others;
   *     empty for every message
   * @param fits whether a text contains the words
   * @param match an FTS5 expression that finds them alone
   */
  public List<MessageRow> search(String near, Predicate<String> fits, String match, int limit) {
    return database()
        .read(() -> {
          List<MessageRow> newest = newest(near, fits, limit);
          return newest == null ? all(found(match, limit)) : newest;
        });
  }

  /** Those among some of the newest messages; null if there may be more behind these. */
  private @Nullable List<MessageRow> newest(String near, Predicate<String> fits, int limit)
      throws SQLException {
    List<MessageRow> found = new ArrayList<>();
    int seen = 0;
    try (ResultSet rows = near(near).executeQuery()) {
      while (found.size() < limit && rows.next()) {
        if (++seen > LOOKED_AT) {
          return null;
        }
        if (fits.test(rows.getString(MessageRows.TEXT))) {
          found.add(MessageRows.read(rows));
        }
      }
    }
    return found;
  }

  private PreparedStatement near(String near) throws SQLException {
    if (near.isEmpty()) {
      return database().prepare(SELECT + "ORDER BY n DESC");
    }
    PreparedStatement statement =
        database()
            .prepare(
                "SELECT "
                    + MessageRows.columns("message.")
                    + " FROM message_words CROSS JOIN message ON message.n = message_words.rowid"
                    + " WHERE message_words MATCH ? ORDER BY message_words.rowid DESC");
    statement.setString(1, near);
    return statement;
  }

  private PreparedStatement found(String match, int limit) throws SQLException {
    PreparedStatement statement =
        database()
            .prepare(
                SELECT
                    + "WHERE n IN (SELECT rowid FROM message_words WHERE message_words"
                    + " MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY n DESC");
    statement.setString(1, match);
    statement.setInt(2, limit);
    return statement;
  }

  /**
   * Messages of one dialog that contain every word, each as a prefix, ascending by position.
   *
   * @param match an FTS5 expression
   */
  public List<MessageId> find(DialogId dialog, String match) {
    return database()
        .read(() -> {
          PreparedStatement statement =
              database()
                  .prepare(
                      "SELECT id FROM message WHERE dialog = ? AND n IN (SELECT rowid FROM"
                          + " message_words WHERE message_words MATCH ?) ORDER BY position");
          statement.setString(1, dialog.value());
          statement.setString(2, match);
          List<MessageId> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(new MessageId(rows.getString(1)));
            }
          }
          return found;
        });
  }

  /** The first cached message of a dialog that is not older than this; null if all are. */
  public @Nullable MessageRow since(DialogId dialog, Instant moment) {
    return database()
        .<@Nullable MessageRow>read(() -> {
          PreparedStatement statement =
              database()
                  .prepare(
                      SELECT + "WHERE dialog = ? AND created_at >= ? ORDER BY position LIMIT 1");
          statement.setString(1, dialog.value());
          statement.setLong(2, moment.toEpochMilli());
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? MessageRows.read(row) : null;
          }
        });
  }

  private List<MessageRow> rows(String condition, DialogId dialog, long position, int limit) {
    return database()
        .read(() -> {
          PreparedStatement statement = database().prepare(SELECT + condition);
          statement.setString(1, dialog.value());
          statement.setLong(2, position);
          statement.setInt(3, limit);
          return all(statement);
        });
  }

  private static List<MessageRow> all(PreparedStatement statement) throws SQLException {
    List<MessageRow> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(MessageRows.read(rows));
      }
    }
    return found;
  }

  private Database database() {
    Database database = opened;
    if (database == null) {
      database = Database.openReading(file);
      opened = database;
    }
    return database;
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
