package app.recado.relay.store;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Looks for what other processes wrote. On SQLite it polls; on PostgreSQL nodes wake each other by
 * a notification, sent outside the writing transaction and at most once per round, and poll as
 * well, for a notification is only a hint.
 */
public final class Watch implements Nodes, AutoCloseable {

  private static final String CHANNEL = "recado_changes";
  private static final String WORDS = "recado_words";

  /** What is not told by then is stale. */
  private static final int MOST_UNTOLD = 200;

  private static final int POLL_MILLIS = 250;

  private final Database database;
  private final Feed feed;
  private final Thread listener;
  private final @Nullable Thread waker;
  private final AtomicBoolean dirty = new AtomicBoolean();
  private final BlockingQueue<String> untold = new ArrayBlockingQueue<>(MOST_UNTOLD);
  private final String self;
  private volatile Consumer<String> wordListener = word -> {};
  private final @Nullable AutoCloseable subscription;
  private volatile boolean closed;

  private Watch(Database database, Feed feed, String self, ThreadFactory threads) {
    this.database = database;
    this.feed = feed;
    this.self = self;
    boolean postgres = database.dialect() == Dialect.POSTGRESQL;
    this.listener = threads.newThread(postgres ? this::listen : this::poll);
    this.waker = postgres ? threads.newThread(this::wake) : null;
    this.subscription = postgres ? feed.onCommit(this::committed) : null;
  }

  /**
   * @param self this node's name; no other has it
   */
  public static Watch start(Database database, Feed feed, String self, ThreadFactory threads) {
    Watch watch = new Watch(database, feed, self, threads);
    watch.listener.start();
    if (watch.waker != null) {
      watch.waker.start();
    }
    return watch;
  }

  @Override
  public void tell(String word) {
    if (waker != null && untold.offer(self + " " + word)) {
      LockSupport.unpark(waker);
    }
  }

  @Override
  public void onWord(Consumer<String> listener) {
    wordListener = listener;
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
        session.tx().run("LISTEN " + WORDS);
        PGConnection connection = session.connection().unwrap(PGConnection.class);
        while (!closed) {
          PGNotification[] heard = connection.getNotifications(POLL_MILLIS);
          look();
          for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
            heard(one);
          }
        }
      } catch (SQLException | StoreException lost) {
        LockSupport.parkNanos(this, POLL_MILLIS * 1_000_000L);
      }
    }
  }

  private void heard(PGNotification one) {
    String own = self + " ";
    if (one.getName().equals(WORDS) && !one.getParameter().startsWith(own)) {
      String word = one.getParameter().substring(one.getParameter().indexOf(' ') + 1);
      try {
        wordListener.accept(word);
      } catch (StoreException unreachable) {
        // it was but a word
      }
    }
  }

  private void wake() {
    while (!closed) {
      try (Session session = database.openSession()) {
        while (!closed) {
          String word = untold.poll();
          boolean changed = dirty.getAndSet(false);
          if (changed) {
            session.tx().run("NOTIFY " + CHANNEL);
          }
          if (word != null) {
            session.tx().exists("SELECT pg_notify(?, ?)", WORDS, word);
          }
          if (word == null && !changed) {
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
