package app.recado.relay.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongConsumer;

/**
 * One thread that commits whatever waits, together. It never waits for more: a lone work is
 * committed at once, and while that commit is on its way to the disk the next group gathers.
 */
public final class GroupWriter implements Writer {

  private static final int LARGEST_GROUP = 256;

  private final BlockingQueue<WriteGroup.Job<?>> waiting = new LinkedBlockingQueue<>();
  private final WriteGroup group;
  private final LongConsumer committed;
  private final Thread thread;
  private final WriteGroup.Job<Boolean> last = new WriteGroup.Job<>(write -> true);
  private volatile boolean closed;

  /**
   * @param committed told the last number of the change log after each commit, on the writer's
   *     thread
   */
  public GroupWriter(
      Database database, InstantSource clock, LongConsumer committed, ThreadFactory threads) {
    this.group = new WriteGroup(database, clock);
    this.committed = committed;
    this.thread = threads.newThread(this::run);
    thread.start();
  }

  @Override
  public <T> T write(Work<T> work) {
    WriteGroup.Job<T> job = new WriteGroup.Job<>(work);
    synchronized (this) {
      if (closed) {
        throw new StoreException("closed", new IllegalStateException());
      }
      waiting.add(job);
    }
    return Answers.of(job.answer());
  }

  private void run() {
    List<WriteGroup.Job<?>> jobs = new ArrayList<>();
    boolean running = true;
    while (running) {
      jobs.clear();
      try {
        jobs.add(waiting.take());
      } catch (InterruptedException stop) {
        return;
      }
      waiting.drainTo(jobs, LARGEST_GROUP - 1);
      running = !jobs.contains(last);
      long head = group.run(jobs);
      jobs.forEach(WriteGroup.Job::settle);
      if (head >= 0) {
        committed.accept(head);
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.add(last);
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    group.close();
  }
}
