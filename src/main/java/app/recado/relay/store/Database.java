package app.recado.relay.store;

import java.util.function.Function;

/** The one place where everything is kept. Thread-safe; blocks the calling thread. */
public abstract class Database implements AutoCloseable {

  private final Dialect dialect;

  Database(Dialect dialect) {
    this.dialect = dialect;
  }

  public final Dialect dialect() {
    return dialect;
  }

  /** Reads in one transaction, which sees one committed state throughout. */
  public final <T> T read(Function<Tx, T> work) {
    Session session = borrow();
    boolean done = false;
    try {
      session.beginReading();
      T result = work.apply(session.tx());
      session.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        session.rollback();
      }
      giveBack(session);
    }
  }

  /**
   * Reads with one statement, which sees one committed state by itself; a transaction around it
   * would cost more than it.
   */
  public final <T> T look(Function<Tx, T> statement) {
    Session session = borrow();
    try {
      return statement.apply(session.tx());
    } finally {
      giveBack(session);
    }
  }

  /** Whether it answers. */
  public final boolean healthy() {
    try {
      return read(tx -> tx.number("SELECT COUNT(*) FROM counter")) == 1;
    } catch (StoreException e) {
      return false;
    }
  }

  /** A connection of its own for a writer; the caller closes it. */
  abstract Session openSession();

  /** A connection for one reading transaction. */
  abstract Session borrow();

  abstract void giveBack(Session session);

  /** Closes all connections; what was not committed is gone. */
  @Override
  public abstract void close();
}
