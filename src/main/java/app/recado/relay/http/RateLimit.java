package app.recado.relay.http;

import app.recado.relay.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * So many requests at once, and one more per interval after that, for each key; 429 beyond it. Kept
 * per node and in memory: it wards off floods, nothing that must agree.
 */
final class RateLimit {
  private static final int TIDY_AT = 10_000;

  private final ConcurrentHashMap<String, Long> fullAt = new ConcurrentHashMap<>();
  private final int burst;
  private final long interval;
  private final LongSupplier nanos;

  RateLimit(int burst, Duration interval, LongSupplier nanos) {
    this.burst = burst;
    this.interval = interval.toNanos();
    this.nanos = nanos;
  }

  /**
   * Takes one.
   *
   * @throws Refusal 429 with {@code details.retryAfter} in seconds
   */
  void take(String key) {
    take(key, 1);
  }

  /** Takes several at once, or none; never more than the burst. */
  void take(String key, int count) {
    long now = nanos.getAsLong();
    if (fullAt.size() > TIDY_AT) {
      fullAt.values().removeIf(at -> at - now <= 0);
    }
    // Each key holds only the moment at which its allowance is whole again; every request pushes it
    // on by its intervals, and more than `burst` intervals ahead of now is too far.
    long[] wait = {0};
    fullAt.compute(
        key,
        (same, at) -> {
          long base = at == null || at - now < 0 ? now : at;
          long next = base + count * interval;
          wait[0] = next - now - burst * interval;
          return wait[0] > 0 ? base : next;
        });
    if (wait[0] > 0) {
      long seconds = Math.max(1, Math.ceilDiv(wait[0], Duration.ofSeconds(1).toNanos()));
      throw Refusal.of(429, "too_many_requests", "That was too fast; wait a moment.")
          .with("retryAfter", Long.toString(seconds));
    }
  }
}
