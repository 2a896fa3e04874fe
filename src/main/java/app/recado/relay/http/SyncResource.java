package app.recado.relay.http;

import app.recado.relay.account.Accounts;
import app.recado.relay.account.Caller;
import app.recado.relay.dialog.Changes;
import app.recado.relay.refusal.Refusal;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Changes on their way down: in pages, and as they come. */
final class SyncResource {
  private static final int USUAL = 200;
  private static final int MOST = 1000;

  private final Changes changes;
  private final Accounts accounts;
  private final Streams streams;

  SyncResource(Changes changes, Accounts accounts, Streams streams) {
    this.changes = changes;
    this.accounts = accounts;
    this.streams = streams;
  }

  void page(Exchange exchange) {
    Changes.Batch batch =
        changes.read(exchange.caller(), exchange.query("cursor"), exchange.limit(USUAL, MOST));
    exchange.json(200, batch.json());
  }

  void stream(Exchange exchange) {
    Caller caller = exchange.caller();
    String token = exchange.token();
    // Read before the answer begins: a cursor that is too old still gets its 410.
    Changes.Batch batch = changes.read(caller, cursor(exchange), USUAL);
    try (EventStream stream = streams.open(caller, exchange.stream("text/event-stream"))) {
      accounts.connected(caller);
      try {
        stream.comment();
        while (batch.more() && stream.isOpen()) {
          send(stream, batch);
          batch = changes.read(caller, batch.cursor(), USUAL);
        }
        if (batch.count() > 0) {
          send(stream, batch);
        }
        tail(stream, caller, token, changes.follow(caller, batch.cursor()));
      } catch (Refusal | UncheckedIOException over) {
        // The device was revoked, the relay restored, or the reader has gone: who is still there
        // asks again and gets the reason as a status.
      } finally {
        accounts.disconnected(caller);
      }
    }
  }

  private void tail(EventStream stream, Caller caller, String token, Changes.Follower follower) {
    while (stream.isOpen()) {
      stream.look();
      if (stream.wasDoubted()) {
        accounts.authenticate(token);
      }
      stream.passOn();
      Changes.Batch batch = follower.next(USUAL);
      if (batch != null) {
        send(stream, batch);
      } else if (stream.isBeatDue()) {
        // Another node or program may have revoked the device.
        accounts.authenticate(token);
        stream.heartbeat(follower.cursor());
      } else {
        stream.await();
      }
    }
  }

  private static void send(EventStream stream, Changes.Batch batch) {
    stream.event("changes", batch.cursor(), batch.json());
  }

  /** A browser's reconnect says by header what was in the query at first; the newer counts. */
  private static @Nullable String cursor(Exchange exchange) {
    return exchange
        .header("Last-Event-ID")
        .filter(id -> !id.isBlank())
        .orElseGet(() -> exchange.query("cursor"));
  }
}
