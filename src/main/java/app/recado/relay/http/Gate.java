package app.recado.relay.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts what is in flight, and lets nothing in any more once it is shut: a stop finishes the rest.
 *
 * <pre>
 * open -> shut (new requests: 503) -> empty
 * </pre>
 */
final class Gate {
  private final AtomicInteger inside = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private volatile boolean shut;

  /** Whether the request may go on; if so, {@link #leave} must follow. */
  boolean enter() {
    inside.incrementAndGet();
    if (shut) {
      leave();
      return false;
    }
    return true;
  }

  void leave() {
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
