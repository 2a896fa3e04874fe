package app.recado.relay.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One open stream of server-sent events, written by the thread that opened it and woken by others.
 * That thread alone waits for a slow reader. Between events it holds no buffer but the server's.
 *
 * <pre>
 * waiting --wake, beat--> looking --nothing new--> waiting
 *                            |--events--> writing --> looking
 * any --end--> ended
 * </pre>
 */
final class EventStream implements AutoCloseable {
  private static final byte[] END = bytes("\n\n");
  private static final byte[] EMPTY = bytes("{}");
  private static final byte[] COMMENT = bytes(": heartbeat\n\n");

  /** Of what passes, so much waits for a slow reader; older than that nobody wants to know it. */
  private static final int MOST_PASSING = 64;

  /** An event that is told once, to whoever is there. */
  record Passing(String name, byte[] data) {}

  private final BlockingQueue<Passing> passing = new ArrayBlockingQueue<>(MOST_PASSING);
  private final Streams streams;
  private final OutputStream out;
  private final Thread writer;
  private volatile boolean woken;
  private volatile boolean beatDue;
  private volatile boolean doubted;
  private volatile boolean ended;
  private volatile long busySince;
  private volatile long lastWritten;

  EventStream(Streams streams, OutputStream out) {
    this.streams = streams;
    this.out = out;
    this.writer = Thread.currentThread();
    this.lastWritten = streams.now();
  }

  /** Whether it should go on; false once it was told to end. */
  boolean isOpen() {
    return !ended;
  }

  /**
   * Whether something may have come since the last call. Ask this first and look then: what comes
   * while looking is not missed.
   */
  void look() {
    woken = false;
  }

  /** Waits until it is woken, a heartbeat is due, or the end. */
  void await() {
    while (!woken && !beatDue && !ended) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        ended = true;
      }
    }
  }

  boolean isBeatDue() {
    return beatDue;
  }

  /** Looks again, from any thread; cheap, and never waits. */
  void wake() {
    if (!woken) {
      woken = true;
      LockSupport.unpark(writer);
    }
  }

  /** Leaves an event for the thread that writes, from any thread; never waits. */
  void pass(Passing event) {
    while (!passing.offer(event)) {
      passing.poll();
    }
    wake();
  }

  /** Writes what passed since. */
  void passOn() {
    Passing event;
    while ((event = passing.poll()) != null) {
      event(event.name, null, event.data);
    }
  }

  /** Lets the reader be asked for again, from any thread. */
  void doubt() {
    doubted = true;
    wake();
  }

  /** Whether it was doubted since the last call. */
  boolean wasDoubted() {
    boolean was = doubted;
    doubted = false;
    return was;
  }

  void end() {
    ended = true;
    LockSupport.unpark(writer);
  }

  /**
   * Writes one event; data is one line of JSON.
   *
   * @throws UncheckedIOException if the reader has gone
   */
  void event(String name, @Nullable String id, byte[] data) {
    String head = "event: " + name + (id == null ? "" : "\nid: " + id) + "\ndata: ";
    write(bytes(head), data, END);
  }

  /** Tells the reader that the connection lives, and where it stands. */
  void heartbeat(String id) {
    beatDue = false;
    event("heartbeat", id, EMPTY);
  }

  /** Keeps the connection alive without an event. */
  void comment() {
    beatDue = false;
    write(COMMENT);
  }

  /**
   * Asked by the hub now and then: lets a heartbeat be written when nothing was for long, and cuts
   * a stream whose reader takes nothing any more.
   */
  void inspect(long now, long beatEvery, long patience) {
    long busy = busySince;
    if (busy != 0) {
      if (now - busy > patience) {
        ended = true;
        writer.interrupt();
      }
    } else if (now - lastWritten >= beatEvery) {
      beatDue = true;
      LockSupport.unpark(writer);
    }
  }

  @Override
  public void close() {
    ended = true;
    streams.closed(this);
    try {
      out.close();
    } catch (IOException | RuntimeException gone) {
      // The reader went first.
    }
  }

  private void write(byte[]... parts) {
    long began = streams.now();
    busySince = began;
    try {
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      // Not when it ended: a reader who has it may count from then on already.
      lastWritten = began;
      busySince = 0;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
