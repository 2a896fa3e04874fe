package app.recado.relay.store;

import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Looks for what other processes wrote. On SQLite it polls; on PostgreSQL nodes wake each other by
 * a notification, sent outside the writing transaction and at most once per round, and poll as
 * well, for a notification is only a hint.
 */
public final class Watch implements AutoCloseable {

  private static final String CHANNEL = "recado_changes";
  private static final int POLL_MILLIS = 250;

  private final Database database;
  private final Feed feed;
  private final Thread listener;
  private final @Nullable Thread waker;
  private final AtomicBoolean dirty = new AtomicBoolean();
  private final @Nullable AutoCloseable subscription;
  private volatile boolean closed;

  private Watch(Database database, Feed feed, ThreadFactory threads) {
    this.database = database;
    this.feed = feed;
    boolean postgres = database.dialect() == Dialect.POSTGRESQL;
    this.listener = threads.newThread(postgres ? this::listen : this::poll);
    this.waker = postgres ? threads.newThread(this::wake) : null;
    this.subscription = postgres ? feed.onCommit(this::committed) : null;
  }

  public static Watch start(Database database, Feed feed, ThreadFactory threads) {
    Watch watch = new Watch(database, feed, threads);
    watch.listener.start();
    if (watch.waker != null) {
      watch.waker.start();
    }
    return watch;
  }

  private void committed() {
    if (Thread.currentThread() != listener && !dirty.getAndSet(true)) {
      LockSupport.unpark(waker);
    }
  }

  private void poll() {
    while (!closed) {
      look();
      LockSupport.parkNanos(this, POLL_MILLIS * 1_000_000L);
    }
  }

  private void listen() {
    while (!closed) {
      try (Session session = database.openSession()) {
        session.tx().run("LISTEN " + CHANNEL);
        PGConnection connection = session.connection().unwrap(PGConnection.class);
        while (!closed) {
          connection.getNotifications(POLL_MILLIS);
          look();
        }
      } catch (SQLException | StoreException lost) {
        LockSupport.parkNanos(this, POLL_MILLIS * 1_000_000L);
      }
    }
  }

  private void wake() {
    while (!closed) {
      try (Session session = database.openSession()) {
        while (!closed) {
          if (dirty.getAndSet(false)) {
            session.tx().run("NOTIFY " + CHANNEL);
          } else {
            LockSupport.park(this);
          }
        }
      } catch (StoreException lost) {
        LockSupport.parkNanos(this, POLL_MILLIS * 1_000_000L);
      }
    }
  }

  private void look() {
    try {
      feed.poll();
    } catch (StoreException unreachable) {
      // the next round looks again
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (subscription != null) {
        subscription.close();
      }
      LockSupport.unpark(listener);
      LockSupport.unpark(waker);
      listener.join();
      if (waker != null) {
        waker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
