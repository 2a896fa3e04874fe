package app.recado.relay.http;

import app.recado.protocol.Json;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.Changes;
import app.recado.relay.live.Signals;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * All streams of this node. One thread of its own passes on that something was committed, for the
 * thread that commits must not be held up by many, and keeps the heartbeats.
 */
final class Streams implements AutoCloseable {
  private static final long BEAT_EVERY = Duration.ofSeconds(15).toNanos();
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  /** So many are woken by the thread that commits: the way over another one takes longer. */
  private static final int FEW = 16;

  private static final long ROUND = Duration.ofMillis(500).toNanos();

  /** The customer learns that an answer is being written, not by whom. */
  private static final EventStream.Passing SOMEBODY_TYPES =
      new EventStream.Passing("typing", "{}".getBytes(StandardCharsets.UTF_8));

  private final Map<EventStream, Caller> agents = new ConcurrentHashMap<>();
  private final Map<EventStream, Visits.Visitor> visitors = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final Thread thread;
  private final List<AutoCloseable> subscriptions;
  private volatile boolean committed;
  private volatile boolean closed;

  Streams(Changes changes, Signals signals, ThreadFactory threads, LongSupplier nanos) {
    this.nanos = nanos;
    this.thread = threads.newThread(this::run);
    this.subscriptions =
        List.of(
            changes.onCommit(this::committed),
            signals.onSignal(this::signalled),
            signals.onPresence(this::cameOrWent));
    thread.start();
  }

  /** Opens an agent's stream on the calling thread, which then writes it; close it at the end. */
  EventStream open(Caller caller, OutputStream out) {
    EventStream stream = new EventStream(this, out);
    agents.put(stream, caller);
    return started(stream);
  }

  /** Opens a customer's stream. */
  EventStream open(Visits.Visitor visitor, OutputStream out) {
    EventStream stream = new EventStream(this, out);
    visitors.put(stream, visitor);
    return started(stream);
  }

  /** Ends the streams of these callers. */
  void end(Predicate<Caller> whose) {
    agents.forEach((stream, caller) -> {
      if (whose.test(caller)) {
        stream.end();
      }
    });
  }

  int agentCount() {
    return agents.size();
  }

  int visitorCount() {
    return visitors.size();
  }

  long now() {
    return nanos.getAsLong();
  }

  void closed(EventStream stream) {
    agents.remove(stream);
    visitors.remove(stream);
  }

  /** Ends every stream. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    endAll();
    for (AutoCloseable subscription : subscriptions) {
      try {
        subscription.close();
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private EventStream started(EventStream stream) {
    if (closed) {
      stream.end();
    }
    return stream;
  }

  private void committed() {
    if (agents.size() <= FEW) {
      agents.keySet().forEach(EventStream::wake);
    } else if (!committed) {
      committed = true;
      LockSupport.unpark(thread);
    }
  }

  private void signalled(Signals.Heard heard) {
    Signal signal = heard.signal();
    EventStream.Passing event =
        new EventStream.Passing(
            signal.doing().event(), Json.write(signal).getBytes(StandardCharsets.UTF_8));
    agents.forEach((stream, caller) -> {
      if (heard.concerns().test(caller.user())) {
        stream.pass(event);
      }
    });
    if (heard.customerToo()) {
      visitors.forEach((stream, visitor) -> {
        if (visitor.dialog().equals(signal.dialog().value())) {
          stream.pass(SOMEBODY_TYPES);
        }
      });
    }
  }

  private void cameOrWent(PresenceEvent now) {
    EventStream.Passing event =
        new EventStream.Passing("presence", Json.write(now).getBytes(StandardCharsets.UTF_8));
    agents.forEach((stream, caller) -> {
      if (caller.user().equals(now.user())) {
        stream.doubt(); // another node or program may have disabled the person
      }
      stream.pass(event);
    });
  }

  private void run() {
    long inspected = now();
    while (!closed) {
      if (!committed) {
        LockSupport.parkNanos(this, ROUND);
      }
      if (committed) {
        committed = false;
        agents.keySet().forEach(EventStream::wake);
      }
      long now = now();
      if (now - inspected >= ROUND) {
        inspected = now;
        agents.keySet().forEach(stream -> stream.inspect(now, BEAT_EVERY, PATIENCE));
        visitors.keySet().forEach(stream -> stream.inspect(now, BEAT_EVERY, PATIENCE));
      }
    }
    endAll();
  }

  private void endAll() {
    agents.keySet().forEach(EventStream::end);
    visitors.keySet().forEach(EventStream::end);
  }
}
