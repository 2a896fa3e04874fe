package app.recado.client.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One connection to one SQLite file, with its statements prepared once. Not thread-safe: a
 * connection belongs to one thread at a time.
 */
final class Database implements AutoCloseable {
  private static final int CHECKPOINT_PAGES = 20_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean inTransaction;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** Opens for writing, creating the file if there is none. */
  static Database open(Path file, Durability durability) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(durability.name()));
    config.setBusyTimeout(5_000);
    config.setCacheSize(-16_000);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setGetGeneratedKeys(false); // else every INSERT is followed by a SELECT
    Database database = new Database(connect(file, config));
    database.execute("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
    return database;
  }

  /** Opens a second connection that only reads, beside the one that writes. */
  static Database openReading(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(5_000);
    config.setCacheSize(-4_000);
    Database database = new Database(connect(file, config));
    database.execute("PRAGMA query_only=1");
    return database;
  }

  private static Connection connect(Path file, SQLiteConfig config) {
    Path folder = file.getParent();
    if (folder != null) {
      SqliteLibrary.unpackInto(folder);
    }
    try {
      return config.createConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw new CacheException("cannot open " + file.getFileName(), e);
    }
  }

  /** A statement, prepared at its first use; its parameters are whatever was set last. */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new CacheException("cannot execute", e);
    }
  }

  /** Runs something that reads. */
  <T extends @Nullable Object> T read(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new CacheException("cannot read", e);
    }
  }

  /** Runs something in one transaction: all of it is on disk afterwards, or nothing. */
  <T> T transaction(Work<T> work) {
    try {
      if (inTransaction) {
        return work.run();
      }
      // The driver's own transactions take two more statements each.
      prepare("BEGIN").execute();
      inTransaction = true;
      try {
        T result = work.run();
        prepare("COMMIT").execute();
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(failure);
        throw failure;
      } finally {
        inTransaction = false;
      }
    } catch (SQLException e) {
      throw new CacheException("cannot write", e);
    }
  }

  private void rollBack(Throwable cause) {
    try {
      prepare("ROLLBACK").execute();
    } catch (SQLException second) {
      cause.addSuppressed(second);
    }
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw new CacheException("cannot close", e);
    }
  }

  /** Something done with SQL. */
  interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }
}
