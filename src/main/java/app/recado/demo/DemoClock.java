package app.recado.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that is put to the past while the sample is played, and then goes with the real one.
 * Thread-safe.
 */
final class DemoClock implements InstantSource {
  private final InstantSource real;
  private volatile Instant past;
  private volatile boolean live;
  private volatile Duration passed = Duration.ZERO;

  DemoClock(InstantSource real) {
    this.real = real;
    this.past = real.instant();
  }

  @Override
  public Instant instant() {
    return live ? real.instant().plus(passed) : past;
  }

  /** Stands still at a moment until it is put elsewhere. */
  void put(Instant at) {
    past = at;
  }

  /** Goes on that much later. From one thread only. */
  void pass(Duration time) {
    passed = passed.plus(time);
  }

  /** From now on it is now. */
  void goLive() {
    live = true;
  }
}
