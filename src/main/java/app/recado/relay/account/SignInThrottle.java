package app.recado.relay.account;

import app.recado.relay.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed sign-ins per account and per address. From the fifth on a failure answers 429 with
 * a wait that doubles: 1 s, 2 s, 4 s … 15 min. A success is never refused, and clears the account.
 * A quarter of an hour without failures forgets. Thread-safe.
 */
final class SignInThrottle {

  private static final int FREE_FAILURES = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 10_000;

  private record Failures(int count, Instant latest) {}

  private final InstantSource clock;
  private final Map<String, Failures> byKey =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_KEYS;
        }
      };

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a failure and says how it is refused. */
  synchronized Refusal failed(String account, String address) {
    int count = Math.max(count("account " + account), count("address " + address));
    if (count <= FREE_FAILURES) {
      return Refusal.of(401, "bad_credentials", "The address or the password is wrong.");
    }
    long doubled = 1L << Math.min(count - FREE_FAILURES - 1, 20);
    long seconds = Math.min(doubled, LONGEST_WAIT.toSeconds());
    return Refusal.of(429, "too_many_attempts", "Too many failed attempts; wait before the next.")
        .with("retryAfter", Long.toString(seconds));
  }

  synchronized void succeeded(String account) {
    byKey.remove("account " + account);
  }

  private int count(String key) {
    Instant now = clock.instant();
    Failures before = byKey.get(key);
    boolean fresh = before == null || before.latest.plus(LONGEST_WAIT).isBefore(now);
    Failures after = new Failures(fresh || before == null ? 1 : before.count + 1, now);
    byKey.put(key, after);
    return after.count;
  }
}
