package app.recado.relay.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts what is in flight, and lets nothing in any more once it is shut: a stop finishes the rest.
 * Lets in no more than so many requests of a kind at once: who waits behind a thousand others is
 * better told to come back, and files that take their time hold up no message.
 *
 * <pre>
 * open -> shut (new requests: 503) -> empty
 * </pre>
 */
final class Gate {
  /** How long a request stays inside. */
  enum Stay {
    SHORT(1_000),
    /** As long as the bytes of a file take on a weak line. */
    TRANSFER(400),
    /** As long as the caller listens. */
    STREAM(Integer.MAX_VALUE);

    private final int most;

    Stay(int most) {
      this.most = most;
    }
  }

  private final AtomicInteger inside = new AtomicInteger();
  private final Map<Stay, AtomicInteger> byStay = new EnumMap<>(Stay.class);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private volatile boolean shut;

  Gate() {
    for (Stay stay : Stay.values()) {
      byStay.put(stay, new AtomicInteger());
    }
  }

  /** Whether the request may go on; if so, {@link #leave} must follow. */
  boolean enter(Stay stay) {
    inside.incrementAndGet();
    if (count(stay).incrementAndGet() > stay.most || shut) {
      leave(stay);
      return false;
    }
    return true;
  }

  private AtomicInteger count(Stay stay) {
    return Objects.requireNonNull(byStay.get(stay));
  }

  void leave(Stay stay) {
    count(stay).decrementAndGet();
    if (inside.decrementAndGet() == 0 && shut) {
      lock.lock();
      try {
        left.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  boolean isShut() {
    return shut;
  }

  void shut() {
    shut = true;
  }

  /** Waits until all have left; false if some were still inside after that time. */
  boolean awaitEmpty(Duration atMost) {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (inside.get() > 0) {
        if (nanos <= 0) {
          return false;
        }
        nanos = left.awaitNanos(nanos);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  int inFlight() {
    return inside.get();
  }
}
