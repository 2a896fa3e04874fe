package app.recado.relay.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs works that wait together in one transaction. Only when one of them fails are they run again,
 * each in a savepoint of its own, and each of its {@linkplain Write#apart parts} too: a savepoint
 * costs more than a small work, and failures are rare.
 */
final class WriteGroup implements AutoCloseable {

  /** A work and who waits for it. */
  static final class Job<T> {
    private final Writer.Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable Runnable settle;
    private boolean hasParts;

    Job(Writer.Work<T> work) {
      this.work = work;
    }

    CompletableFuture<T> answer() {
      return answer;
    }

    void run(Write write) {
      try {
        T value = work.apply(write);
        settle = () -> answer.complete(value);
      } finally {
        hasParts |= write.hasParts();
      }
    }

    /** Whether doing it again, with savepoints, could end otherwise. */
    boolean hasParts() {
      return hasParts;
    }

    void fail(Throwable problem) {
      settle = () -> answer.completeExceptionally(problem);
    }

    void settle() {
      if (settle != null) {
        settle.run();
      }
    }
  }

  /** Beyond this it is cheaper to forget everything. */
  private static final int MOST_HEEDED = 2_000;

  private final Database database;
  private final InstantSource clock;
  private Session session;
  private boolean lost;
  private boolean committing;
  private long last = -1;

  WriteGroup(Database database, InstantSource clock) {
    this.database = database;
    this.session = database.openSession().remembering();
    this.clock = clock;
  }

  /**
   * Runs and commits; each job then knows its answer but has not told it.
   *
   * @return the last number in the change log; -1 if nothing was committed
   */
  long run(List<? extends Job<?>> jobs) {
    try {
      return attempt(jobs, false);
    } catch (RuntimeException | Error problem) {
      lost = lost || session.isLost();
      boolean sameAgain = !lost && jobs.size() == 1 && !jobs.getFirst().hasParts();
      if (sameAgain || isInDoubt()) {
        jobs.forEach(job -> job.fail(problem));
        return -1;
      }
    }
    try {
      return attempt(jobs, true);
    } catch (RuntimeException | Error problem) {
      lost = lost || session.isLost();
      jobs.forEach(job -> job.fail(problem));
      return -1;
    }
  }

  /** Nobody knows whether it was committed: doing it again here could do it twice. */
  private boolean isInDoubt() {
    return lost && committing;
  }

  private void reopen() {
    try {
      session.close();
    } catch (StoreException alreadyGone) {
      // there is nothing left to close
    }
    session = database.openSession().remembering();
    last = -1;
    lost = false;
  }

  private long attempt(List<? extends Job<?>> jobs, boolean savepoints) {
    committing = false;
    if (lost) {
      reopen();
    }
    boolean done = false;
    try {
      session.beginWriting();
      long before = head();
      heed(before);
      long after = before;
      for (Job<?> job : jobs) {
        after = savepoints ? runInSavepoint(job, after) : runPlainly(job, after);
      }
      if (after != before) {
        session.tx().run("UPDATE counter SET seq = ? WHERE id = 1", after);
      }
      committing = true;
      commit();
      done = true;
      last = after;
      return after;
    } finally {
      if (!done) {
        session.tx().forget();
        session.rollback();
      }
    }
  }

  /** Takes notice of what others have written since. */
  private void heed(long head) {
    Tx tx = session.tx();
    if (last < 0 || head - last > MOST_HEEDED) {
      tx.forget();
    } else if (head != last) {
      tx.list(
              "SELECT kind, row_id FROM change WHERE seq > ?",
              row -> Map.entry((int) row.number(1), row.text(2)),
              last)
          .forEach(entry -> tx.changed(entry.getKey(), entry.getValue()));
    }
  }

  void commit() {
    session.commit();
  }

  private long head() {
    String select = "SELECT seq FROM counter WHERE id = 1";
    return session
        .tx()
        .number(
            switch (session.tx().dialect()) {
              case SQLITE -> select;
              case POSTGRESQL -> select + " FOR UPDATE";
            });
  }

  private long runPlainly(Job<?> job, long seq) {
    Write write = new Write(session.tx(), now(), seq, false);
    job.run(write);
    return write.seq();
  }

  private long runInSavepoint(Job<?> job, long seq) {
    Tx tx = session.tx();
    Write write = new Write(tx, now(), seq, true);
    tx.run("SAVEPOINT work");
    try {
      job.run(write);
      tx.run("RELEASE SAVEPOINT work");
      return write.seq();
    } catch (RuntimeException | Error problem) {
      tx.run("ROLLBACK TO SAVEPOINT work");
      tx.run("RELEASE SAVEPOINT work");
      tx.forget();
      job.fail(problem);
      return seq;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    session.close();
  }
}
