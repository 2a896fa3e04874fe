package app.recado.relay.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts what is in flight, and lets nothing in any more once it is shut: a stop finishes the rest.
 * Lets in no more than so many requests at once, streams aside: who waits behind a thousand others
 * is better told to come back.
 *
 * <pre>
 * open -> shut (new requests: 503) -> empty
 * </pre>
 */
final class Gate {
  private static final int MOST_AT_ONCE = 1_000;

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private volatile boolean shut;

  /**
   * Whether the request may go on; if so, {@link #leave} must follow.
   *
   * @param stream whether it stays as long as the caller listens
   */
  boolean enter(boolean stream) {
    int count = inside.incrementAndGet();
    int lasting = stream ? streams.incrementAndGet() : streams.get();
    if (shut || (!stream && count - lasting > MOST_AT_ONCE)) {
      leave(stream);
      return false;
    }
    return true;
  }

  void leave(boolean stream) {
    if (stream) {
      streams.decrementAndGet();
    }
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
