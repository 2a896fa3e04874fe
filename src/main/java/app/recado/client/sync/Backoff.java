package app.recado.client.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: 1, 2, 4, 8, 16, 32, 60, 60, … seconds, each taken
 * between one half and the whole of it at random, so that desks do not come back in step.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The wait after one more failure. */
  Duration next() {
    long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 16));
    failures++;
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }

  /** Begins anew, after something succeeded. */
  void reset() {
    failures = 0;
  }
}
