package app.recado.demo.tour;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rings whenever the relay has news, so that whoever waits for something looks again. */
final class ChangeBell {
  /** Not all that the tour waits for is a change to an agent. */
  private static final Duration ANYWAY = Duration.ofSeconds(1);

  private final Semaphore rung = new Semaphore(0);

  /** Hangs on the stream of somebody who sees everything, until the relay's door is closed. */
  static ChangeBell on(RelayHttp relay, String token) {
    ChangeBell bell = new ChangeBell();
    relay.stream("/v1/stream", token, line -> bell.rung.release());
    return bell;
  }

  /** Forgets what rang so far: who looks now sees it. */
  void silence() {
    rung.drainPermits();
  }

  /** Waits for the next ring, but never long. */
  void await() throws InterruptedException {
    boolean news = rung.tryAcquire(ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
    if (news) {
      silence();
    }
  }
}
