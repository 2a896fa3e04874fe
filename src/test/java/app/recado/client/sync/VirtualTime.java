package app.recado.client.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** One thread's time: nothing happens but by {@link #run}. */
final class VirtualTime implements Scheduler, InstantSource {
  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private long order;

  /** How long a step that is to run at once is kept waiting by what runs before it. */
  Duration busy = Duration.ZERO;

  /** How wrong the computer's own clock is. */
  Duration skew = Duration.ZERO;

  private final class Due implements Task, Comparable<Due> {
    private final Instant at;
    private final long number = order++;
    private final Runnable action;

    Due(Instant at, Runnable action) {
      this.at = at;
      this.action = action;
    }

    @Override
    public void cancel() {
      queue.remove(this);
    }

    @Override
    public int compareTo(Due other) {
      int times = at.compareTo(other.at);
      return times != 0 ? times : Long.compare(number, other.number);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** What the computer's own clock says. */
  InstantSource local() {
    return () -> now.plus(skew);
  }

  long ticks() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public Task after(Duration delay, Runnable action) {
    Due due = new Due(now.plus(delay), action);
    queue.add(due);
    return due;
  }

  @Override
  public void execute(Runnable action) {
    after(busy, action);
  }

  /** Lets time pass. */
  void run(Duration duration) {
    Instant end = now.plus(duration);
    while (!queue.isEmpty() && !queue.peek().at.isAfter(end)) {
      Due due = queue.poll();
      now = due.at;
      due.action.run();
    }
    now = end;
  }

  /** Lets happen what happens at once. */
  void settle() {
    run(Duration.ofMillis(1));
  }
}
