package app.recado.simulation;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.Json;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One event stream: what the relay writes arrives in order, or the connection breaks, loudly or
 * without a word.
 */
final class StreamFeed {
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final String who;
  private final Machine desk;
  private final Link link;
  private final RelayHost relay;
  private final VirtualTime time;
  private final Trace trace;
  private final RelayApi.StreamListener listener;
  private final Deque<Runnable> onTheWay = new ArrayDeque<>();
  private RelayHost.@Nullable Subscription subscription;
  private boolean over;
  private long lastArrival;

  StreamFeed(
      String who,
      Machine desk,
      Link link,
      RelayHost relay,
      VirtualTime time,
      Trace trace,
      RelayApi.StreamListener listener) {
    this.who = who;
    this.desk = desk;
    this.link = link;
    this.relay = relay;
    this.time = time;
    this.trace = trace;
    this.listener = listener;
  }

  void open(String token, String cursor) {
    time.afterMillis(
        link.way(),
        () -> {
          if (over || desk.isDead()) {
            return;
          }
          if (!link.isUp()) {
            close(new ApiException.Unreachable("no route", null));
            return;
          }
          RelayHost.Opening opening = relay.follow(who, token, cursor, this);
          switch (opening) {
            case RelayHost.Opening.Down() ->
                close(new ApiException.Unreachable("connection refused", null));
            case RelayHost.Opening.Refused(var refusal) -> {
              ErrorBody body = Json.read(Json.write(refusal.body()), ErrorBody.class);
              close(new ApiException.Rejected(refusal.status(), body.error()));
            }
            case RelayHost.Opening.Open(var open) -> {
              subscription = open;
              arrive(listener::opened);
              open.pump();
              heartbeat();
            }
          }
        });
  }

  /** Written by the relay: one page as text. */
  void write(String page) {
    arrive(() -> listener.changes(SyncPage.fromJson(page)));
  }

  /** Written by the relay: what somebody does, as text. */
  void pass(String signal) {
    arrive(() -> listener.signal(Json.read(signal, Signal.class)));
  }

  /** Written by the relay: who came or went, as text. */
  void passPresence(String event) {
    arrive(() -> listener.presence(Json.read(event, PresenceEvent.class)));
  }

  /** The relay is gone; the desk hears of it or not. */
  void broken(boolean loudly) {
    subscription = null;
    if (loudly) {
      close(new ApiException.Unreachable("reset", null));
    }
  }

  void cancel() {
    over = true;
    unsubscribe();
  }

  private void heartbeat() {
    time.afterMillis(
        HEARTBEAT_MILLIS,
        () -> {
          RelayHost.Subscription open = subscription;
          if (over || open == null || desk.isDead()) {
            unsubscribe();
            return;
          }
          if (!link.isUp()) {
            // Nobody notices a cable that was pulled until something is written into it.
            unsubscribe();
            return;
          }
          arrive(listener::alive);
          heartbeat();
        });
  }

  /** In order, however long each would take alone; nothing passes a link that is down. */
  private void arrive(Runnable event) {
    long at = Math.max(lastArrival, time.nanos() + link.way() * 1_000_000);
    lastArrival = at;
    onTheWay.add(event);
    time.after(
        java.time.Duration.ofNanos(at - time.nanos()),
        () -> {
          Runnable next = onTheWay.poll();
          if (over || next == null || desk.isDead()) {
            return;
          }
          if (!link.isUp()) {
            onTheWay.clear();
            unsubscribe();
            return;
          }
          desk.run(next);
        });
  }

  private void close(ApiException problem) {
    if (!over) {
      over = true;
      unsubscribe();
      trace.add(who, "stream closed: " + problem.getMessage());
      desk.run(() -> listener.closed(problem));
    }
  }

  private void unsubscribe() {
    RelayHost.Subscription open = subscription;
    subscription = null;
    if (open != null) {
      open.close();
    }
  }
}
