package app.recado.relay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One connection and where its transaction begins and ends. Used by one thread at a time. */
final class Session implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final Dialect dialect;
  private final Tx tx;

  Session(Connection connection, Dialect dialect) {
    this(connection, dialect, null);
  }

  private Session(Connection connection, Dialect dialect, @Nullable Memo memo) {
    this.connection = connection;
    this.dialect = dialect;
    this.tx = new Tx(connection, dialect, memo);
  }

  /** The same connection for a writer, who remembers. */
  Session remembering() {
    return new Session(connection, dialect, new Memo());
  }

  Tx tx() {
    return tx;
  }

  void beginWriting() {
    switch (dialect) {
      case SQLITE -> tx.run("BEGIN IMMEDIATE");
      case POSTGRESQL -> autoCommit(false);
    }
  }

  /** Begins a transaction that sees one state of the database throughout. */
  void beginReading() {
    switch (dialect) {
      case SQLITE -> tx.run("BEGIN");
      case POSTGRESQL -> {
        autoCommit(false);
        tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      }
    }
  }

  void commit() {
    switch (dialect) {
      case SQLITE -> tx.run("COMMIT");
      case POSTGRESQL -> {
        try {
          connection.commit();
        } catch (SQLException e) {
          throw new StoreException("commit", e);
        }
        autoCommit(true);
      }
    }
  }

  /** Gives up the transaction; says nothing if the database has already done so. */
  void rollback() {
    try {
      switch (dialect) {
        case SQLITE -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
          }
        }
        case POSTGRESQL -> {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    } catch (SQLException alreadyOver) {
      // a full disk or a lost connection has rolled back by itself
    }
  }

  /** Whether the database cannot be reached by this connection any more; asks it. */
  boolean isLost() {
    try {
      return !connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException closed) {
      return true;
    }
  }

  Connection connection() {
    return connection;
  }

  private void autoCommit(boolean on) {
    try {
      connection.setAutoCommit(on);
    } catch (SQLException e) {
      throw new StoreException("transaction", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("close", e);
    }
  }
}
