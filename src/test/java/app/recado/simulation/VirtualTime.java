package app.recado.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The one clock and the one queue of a run. What is due at the same time runs as it was asked. */
final class VirtualTime {
  /** When every run begins: a Monday morning in São Paulo. */
  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private final PriorityQueue<Event> queue =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private long now;
  private long order;

  private record Event(long at, long order, Runnable action) {}

  /** Nanoseconds since the start. */
  long nanos() {
    return now;
  }

  Instant instant() {
    return START.plusNanos(now);
  }

  void after(Duration delay, Runnable action) {
    queue.add(new Event(now + Math.max(0, delay.toNanos()), order++, action));
  }

  void afterMillis(long millis, Runnable action) {
    after(Duration.ofMillis(millis), action);
  }

  /** Runs what is due within this time from now, and what that brings about within it. */
  void run(Duration span) {
    long until = now + span.toNanos();
    while (true) {
      Event next = queue.peek();
      if (next == null || next.at() > until) {
        break;
      }
      queue.remove();
      now = Math.max(now, next.at());
      next.action().run();
    }
    now = until;
  }
}
