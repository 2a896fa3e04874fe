package app.recado.bench;

import app.recado.client.cache.Cache;
import app.recado.client.cache.Durability;
import app.recado.protocol.Change;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Json;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The desk's own schema with the desk's own settings, written and read by nothing but JDBC: what
 * the desk is compared with.
 */
final class RawCache implements AutoCloseable {
  private static final int BITS = 20;

  private final Connection connection;

  private RawCache(Connection connection) {
    this.connection = connection;
  }

  /** Makes a cache by the desk's own migrations and opens it. */
  static RawCache create(Path folder) throws SQLException {
    Cache.open(folder, Durability.NORMAL).close();
    return open(folder);
  }

  static RawCache open(Path folder) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setCacheSize(-16_000);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    Connection connection = config.createConnection("jdbc:sqlite:" + folder.resolve("cache.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint=20000");
    }
    return new RawCache(connection);
  }

  Connection connection() {
    return connection;
  }

  /** A batch of changes, sorted as the schema likes it best and rendered before any clock runs. */
  static Batch batch(List<Change> changes) {
    List<Message> messages = new ArrayList<>();
    List<Other> others = new ArrayList<>();
    for (Change change : changes) {
      Row row = ((Change.Put) change).row();
      if (row instanceof MessageRow message) {
        messages.add(new Message(number(message), message, change.seq()));
      } else {
        others.add(new Other(table(row), row.rowId(), change.seq(), place(row), Json.write(row)));
      }
    }
    messages.sort(
        Comparator.comparing((Message message) -> message.row.dialog().value())
            .thenComparingLong(message -> message.row.position()));
    List<Message> byTime = new ArrayList<>(messages);
    byTime.sort(Comparator.comparingLong(Message::n));
    return new Batch(messages, byTime, others, changes.size());
  }

  /** Inserts a batch in one transaction. */
  void insert(Batch batch) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement message =
            connection.prepareStatement(
                "INSERT INTO message (n, id, dialog, position, seq, session, author_kind,"
                    + " author_id, text, whisper, quote, files, created_at, edited_at, deleted_at,"
                    + " delivery, failure, event)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        PreparedStatement word =
            connection.prepareStatement("INSERT INTO message_words (rowid, text) VALUES (?, ?)")) {
      for (Message each : batch.messages) {
        bind(message, each);
        message.executeUpdate();
      }
      for (Message each : batch.byTime) {
        word.setLong(1, each.n);
        word.setString(2, each.row.text());
        word.executeUpdate();
      }
    }
    for (Other each : batch.others) {
      try (PreparedStatement other =
          connection.prepareStatement(
              "INSERT INTO " + each.table + " (id, seq, place, data) VALUES (?, ?, ?, ?)")) {
        other.setString(1, each.id);
        other.setLong(2, each.seq);
        other.setInt(3, each.place);
        other.setString(4, each.data);
        other.executeUpdate();
      }
    }
    connection.commit();
  }

  /** Runs a query and takes every column of every row; returns how many rows there were. */
  static int readAll(PreparedStatement query) throws SQLException {
    int found = 0;
    try (ResultSet rows = query.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        found++;
        for (int column = 1; column <= columns; column++) {
          rows.getString(column);
        }
      }
    }
    return found;
  }

  private static void bind(PreparedStatement to, Message message) throws SQLException {
    MessageRow row = message.row;
    to.setLong(1, message.n);
    to.setString(2, row.id().value());
    to.setString(3, row.dialog().value());
    to.setLong(4, row.position());
    to.setLong(5, message.seq);
    to.setString(6, row.session().value());
    to.setString(7, row.author().kind().name());
    to.setString(8, row.author().id());
    to.setString(9, row.text());
    to.setInt(10, 0);
    to.setNull(11, Types.VARCHAR);
    to.setNull(12, Types.VARCHAR);
    to.setLong(13, row.createdAt().toEpochMilli());
    to.setNull(14, Types.INTEGER);
    to.setNull(15, Types.INTEGER);
    to.setString(16, row.delivery().name());
    to.setNull(17, Types.VARCHAR);
    to.setNull(18, Types.VARCHAR);
  }

  private static long number(MessageRow message) {
    int scatter = (message.id().value().hashCode() * 0x9E3779B9) >>> (32 - BITS);
    return (message.createdAt().toEpochMilli() << BITS) | scatter;
  }

  /** As the desk sorts them for its start. */
  private static int place(Row row) {
    return row instanceof DialogRow dialog ? dialog.session().status().group().ordinal() : 0;
  }

  private static String table(Row row) {
    return switch (row.kind()) {
      case USER -> "person";
      case CHANNEL -> "channel";
      case CUSTOMER -> "customer";
      case DIALOG -> "dialog";
      case READING -> "reading";
      case DRAFT -> "draft";
      case CANNED -> "canned";
      case MACRO -> "macro";
      case MENTION -> "mention";
      case SETTINGS -> "settings";
      case SCHEDULED -> "scheduled";
      case MESSAGE -> throw new IllegalStateException();
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** What goes into one transaction. */
  record Batch(List<Message> messages, List<Message> byTime, List<Other> others, int size) {}

  record Message(long n, MessageRow row, long seq) {}

  record Other(String table, String id, long seq, int place, String data) {}
}
