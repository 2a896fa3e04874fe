package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.protocol.Command;
import app.recado.protocol.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox up, in order, one request at a time. A request without an answer leaves its
 * commands waiting under the same ids. Where the relay refuses a whole request, its commands go one
 * by one, so that a bad one never blocks the rest. Engine thread only.
 */
final class Pusher {
  private static final int BATCH = 50;

  /** What the pusher needs of its surroundings. */
  interface Line {
    boolean isOpen();

    String token();

    long head();

    /** The token is dead. */
    void refused(ApiException.Rejected rejected);

    void answered(List<Outcome> outcomes);
  }

  private final RelayApi api;
  private final Scheduler scheduler;
  private final Outbox outbox;
  private final Backoff backoff;
  private final Line line;

  private RelayApi.@Nullable Call call;
  private Scheduler.@Nullable Task timer;
  private Scheduler.@Nullable Task retry;
  private long round;
  private int oneByOne;

  Pusher(RelayApi api, Scheduler scheduler, Outbox outbox, Backoff backoff, Line line) {
    this.api = api;
    this.scheduler = scheduler;
    this.outbox = outbox;
    this.backoff = backoff;
    this.line = line;
  }

  /** Sends what waits, unless something is on its way or the line is down. */
  void poke() {
    if (call != null || retry != null || !line.isOpen()) {
      return;
    }
    // Nothing is on its way now, whatever could not be written when the last answer came.
    outbox.unanswered();
    send(outbox.take(room()));
  }

  /** Whether something stored now could be sent at once. */
  boolean isFree() {
    return call == null && retry == null && line.isOpen();
  }

  /** How many commands the next request may carry. */
  int room() {
    return oneByOne > 0 ? 1 : BATCH;
  }

  /** Sends commands that are marked as being on their way; only while {@linkplain #isFree free}. */
  void send(List<Command> batch) {
    if (batch.isEmpty()) {
      oneByOne = 0;
      return;
    }
    long asked = ++round;
    timer =
        scheduler.after(
            SyncLoop.PATIENCE,
            () -> {
              if (asked == round) {
                cancelCall();
                unknown(0);
              }
            });
    call =
        api.commands(
            line.token(),
            batch,
            new RelayApi.Callback<>() {
              @Override
              public void succeeded(List<Outcome> outcomes) {
                if (asked == round) {
                  end();
                  answered(batch, outcomes);
                }
              }

              @Override
              public void failed(ApiException problem) {
                if (asked == round) {
                  end();
                  Pusher.this.failed(batch, problem);
                }
              }
            });
  }

  /** Tries again at once instead of after the wait. */
  void retryNow() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
    backoff.reset();
    poke();
  }

  /** Gives up what is on its way: its result is unknown. */
  void stop() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
    if (call != null) {
      cancelCall();
      outbox.unanswered();
    }
  }

  /** Stops without writing anything. */
  void abandon() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
    cancelCall();
  }

  private void answered(List<Command> batch, List<Outcome> outcomes) {
    if (!fits(batch, outcomes)) {
      unknown(0);
      return;
    }
    backoff.reset();
    oneByOne = Math.max(0, oneByOne - batch.size());
    outbox.answered(outcomes, line.head());
    line.answered(outcomes);
    poke();
  }

  private static boolean fits(List<Command> batch, List<Outcome> outcomes) {
    if (batch.size() != outcomes.size()) {
      return false;
    }
    for (int i = 0; i < batch.size(); i++) {
      if (!batch.get(i).id().equals(outcomes.get(i).id())) {
        return false;
      }
    }
    return true;
  }

  private void failed(List<Command> batch, ApiException problem) {
    switch (problem) {
      case ApiException.Rejected rejected when rejected.status() == 401 -> {
        outbox.unanswered();
        line.refused(rejected);
      }
      case ApiException.Rejected rejected when isVerdict(rejected.status()) ->
          judged(batch, rejected);
      case ApiException.RelayFault fault ->
          unknown(fault.retryAfterSeconds() == null ? 0 : fault.retryAfterSeconds());
      case ApiException.Rejected _, ApiException.Unreachable _, ApiException.Malformed _ ->
          unknown(0);
    }
  }

  /**
   * Whether the status says something about the commands rather than about the way to the relay.
   */
  private static boolean isVerdict(int status) {
    return status == 400 || status == 409 || status == 413 || status == 422;
  }

  private void judged(List<Command> batch, ApiException.Rejected rejected) {
    if (batch.size() > 1) {
      outbox.unanswered();
      oneByOne = batch.size();
    } else {
      oneByOne = Math.max(0, oneByOne - 1);
      List<Outcome> verdict =
          List.of(Outcome.rejected(batch.getFirst().id(), rejected.error().code(), null));
      outbox.answered(verdict, line.head());
      line.answered(verdict);
    }
    poke();
  }

  private void unknown(int atLeastSeconds) {
    Duration wait = backoff.next();
    Duration asked = Duration.ofSeconds(Math.min(atLeastSeconds, 300));
    retry =
        scheduler.after(
            wait.compareTo(asked) > 0 ? wait : asked,
            () -> {
              retry = null;
              poke();
            });
    outbox.unanswered();
  }

  private void cancelCall() {
    RelayApi.Call under = call;
    end();
    if (under != null) {
      under.cancel();
    }
  }

  private void end() {
    round++;
    call = null;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
