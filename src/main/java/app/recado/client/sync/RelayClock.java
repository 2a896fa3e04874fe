package app.recado.client.sync;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The relay's time, from its last answer and a ticker that neither a wrong local clock, daylight
 * saving nor the user can move. Thread-safe.
 */
final class RelayClock {
  private final InstantSource local;
  private final LongSupplier ticker;
  private volatile Reading reading;

  /**
   * @param local what to go by before the relay was heard
   * @param ticker nanoseconds from any origin, ever ascending
   */
  RelayClock(InstantSource local, LongSupplier ticker) {
    this.local = local;
    this.ticker = ticker;
    this.reading = new Reading(local.instant(), ticker.getAsLong());
  }

  void heard(Instant relayTime) {
    reading = new Reading(relayTime, ticker.getAsLong());
  }

  Instant now() {
    Reading last = reading;
    return last.time.plusNanos(ticker.getAsLong() - last.tick);
  }

  /** What the computer's own clock says; for the record only. */
  Instant local() {
    return local.instant();
  }

  private record Reading(Instant time, long tick) {}
}
