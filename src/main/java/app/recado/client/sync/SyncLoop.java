package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.client.state.Connection;
import app.recado.protocol.CommandId;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changes down: catches up page by page, then follows the stream. A step machine without
 * threads or sleeps of its own; engine thread only.
 *
 * <pre>
 *           ┌──────────────── after a wait ─────────────┐
 *           ▼                                           │
 *  start ─► CATCHING_UP ─► FOLLOWING ── silence, cut ─► WAITING
 *              ▲  │  ▲                                  │   ▲
 *              │  └──┼────── no usable answer ──────────┼───┘
 *   more pages ┘     └── 410: snapshot taken anew       │
 *                                                       ▼
 *  any ─► BY_HAND, SIGN_IN_NEEDED, ENDED          retry by hand
 * </pre>
 */
final class SyncLoop {
  /** A stream that says nothing for so long is dead: its heart beats every 15 seconds. */
  static final Duration SILENCE = Duration.ofSeconds(40);

  /** How long any other answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int PAGE = 1_000;

  /** What the loop tells. */
  interface Listener {
    void status(Connection.Status status, @Nullable Double progress);

    void heard(SyncPage page);

    void applied(Applied applied, boolean live);

    /** What somebody else does at this moment. */
    void signal(Signal signal);

    /** Somebody came or went. */
    void presence(PresenceEvent event);

    /** Everything up to a moment is in the cache, and with it what these commands did. */
    void caughtUp(Set<CommandId> settled);

    /** The relay no longer knows the cursor: rows are kept until a fresh snapshot replaces them. */
    void rebuilding();

    void rebuilt();

    void damaged(CacheException problem);

    /** This device may no longer keep anything. */
    void revoked();
  }

  private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

  private enum Phase {
    IDLE,
    CATCHING_UP,
    FOLLOWING,
    WAITING,
    ENDED
  }

  private final RelayApi api;
  private final Scheduler scheduler;
  private final Cache cache;
  private final ChangeApplier applier;
  private final Backoff backoff;
  private final java.util.function.Supplier<Set<CommandId>> unsettled;
  private final Listener listener;

  private String token;
  private Phase phase = Phase.IDLE;
  private boolean started;
  private boolean byHand;
  private boolean reachable;
  private int pages;
  private long round;
  private Set<CommandId> doneBefore = Set.of();
  private RelayApi.@Nullable Call call;
  private Scheduler.@Nullable Task timer;

  SyncLoop(
      RelayApi api,
      Scheduler scheduler,
      Cache cache,
      ChangeApplier applier,
      Backoff backoff,
      String token,
      java.util.function.Supplier<Set<CommandId>> unsettled,
      Listener listener) {
    this.api = api;
    this.scheduler = scheduler;
    this.cache = cache;
    this.applier = applier;
    this.backoff = backoff;
    this.token = token;
    this.unsettled = unsettled;
    this.listener = listener;
  }

  /**
   * Connects, unless the agent works offline or there is no token yet: it does when there is one.
   * Nothing connects before this.
   */
  void start(boolean offlineByHand) {
    started = true;
    workOffline(offlineByHand);
  }

  private void connectIfWanted() {
    if (started && !byHand && phase != Phase.ENDED && !token.isEmpty()) {
      connect();
    }
  }

  /** Whether the relay answered since the connection was last lost. */
  boolean isReachable() {
    return reachable && !byHand && phase != Phase.ENDED && phase != Phase.IDLE;
  }

  boolean isFollowing() {
    return phase == Phase.FOLLOWING && reachable;
  }

  String token() {
    return token;
  }

  /** Goes on with a new token after a sign-in. */
  void token(String fresh) {
    token = fresh;
    backoff.reset();
    connectIfWanted();
  }

  void workOffline(boolean offline) {
    byHand = offline;
    if (offline) {
      drop(Phase.IDLE);
      listener.status(Connection.Status.OFFLINE_BY_HAND, null);
    } else {
      backoff.reset();
      connectIfWanted();
    }
  }

  /** Connects now if a retry is being waited for. */
  void retryNow() {
    if (phase == Phase.WAITING) {
      connect();
    }
  }

  /** Catches up once more, because something the relay did has not come down. */
  void recheck() {
    if (phase == Phase.FOLLOWING) {
      reconnect();
    }
  }

  /** The end: nothing is sent or heard any more. */
  void end() {
    drop(Phase.ENDED);
  }

  private void connect() {
    listener.status(Connection.Status.CONNECTING, null);
    reconnect();
  }

  /** Connects without a word: as long as it does not succeed, nothing has changed for the agent. */
  private void reconnect() {
    drop(Phase.CATCHING_UP);
    pages = 0;
    ask(cache.cursor());
  }

  private void ask(@Nullable String cursor) {
    long asked = ++round;
    Set<CommandId> done = unsettled.get();
    patience(PATIENCE);
    call =
        api.sync(
            token,
            cursor,
            PAGE,
            new RelayApi.Callback<>() {
              @Override
              public void succeeded(SyncPage page) {
                if (asked == round) {
                  doneBefore = done;
                  page(page);
                }
              }

              @Override
              public void failed(ApiException problem) {
                if (asked == round) {
                  lost(problem);
                }
              }
            });
  }

  private void page(SyncPage page) {
    Set<CommandId> done = doneBefore;
    stopTimer();
    call = null;
    backoff.reset();
    reachable = true;
    pages++;
    listener.heard(page);
    if (page.more()) {
      // The next page travels while this one is written.
      ask(page.cursor());
      listener.status(Connection.Status.CONNECTING, pages / (pages + 8.0));
    }
    if (!apply(page, !page.more())) {
      return;
    }
    if (!page.more()) {
      listener.caughtUp(done);
      follow(page.cursor());
    }
  }

  private boolean apply(SyncPage page, boolean last) {
    try {
      boolean rebuilding = cache.isRebuilding();
      if (page.changes().isEmpty() && !rebuilding && page.cursor().equals(cache.cursor())) {
        return true;
      }
      Applied applied = applier.apply(page, last);
      listener.applied(applied, phase == Phase.FOLLOWING);
      if (rebuilding && last) {
        listener.rebuilt();
      }
      return true;
    } catch (CacheException problem) {
      if (problem.isDamage()) {
        drop(Phase.IDLE);
        listener.damaged(problem);
      } else {
        // A full disk, say: the cursor stands where it stood.
        LOG.warn("Changes cannot be written", problem);
        await(0);
      }
      return false;
    }
  }

  private void follow(String cursor) {
    phase = Phase.FOLLOWING;
    long asked = ++round;
    patience(SILENCE);
    call =
        api.stream(
            token,
            cursor,
            new RelayApi.StreamListener() {
              @Override
              public void opened() {
                if (asked == round) {
                  patience(SILENCE);
                  listener.status(Connection.Status.ONLINE, null);
                }
              }

              @Override
              public void changes(SyncPage page) {
                if (asked == round) {
                  patience(SILENCE);
                  listener.heard(page);
                  apply(page, true);
                }
              }

              @Override
              public void signal(Signal signal) {
                if (asked == round) {
                  patience(SILENCE);
                  listener.signal(signal);
                }
              }

              @Override
              public void presence(PresenceEvent event) {
                if (asked == round) {
                  patience(SILENCE);
                  listener.presence(event);
                }
              }

              @Override
              public void alive() {
                if (asked == round) {
                  patience(SILENCE);
                }
              }

              @Override
              public void closed(ApiException problem) {
                if (asked == round) {
                  lost(problem);
                }
              }
            });
  }

  /** What every failure of any call comes down to. */
  void lost(ApiException problem) {
    switch (problem) {
      case ApiException.Rejected rejected when rejected.status() == 401 -> refused(rejected);
      case ApiException.Rejected rejected when rejected.status() == 410 -> {
        cache.beginRebuild();
        listener.rebuilding();
        drop(Phase.CATCHING_UP);
        ask(null);
      }
      case ApiException.RelayFault fault ->
          await(fault.retryAfterSeconds() == null ? 0 : fault.retryAfterSeconds());
      case ApiException.Unreachable _, ApiException.Malformed _, ApiException.Rejected _ ->
          await(0);
    }
  }

  /** The relay does not accept the token. */
  void refused(ApiException.Rejected rejected) {
    drop(Phase.IDLE);
    if (rejected.error().code().equals("device_revoked")) {
      phase = Phase.ENDED;
      listener.revoked();
    } else {
      listener.status(Connection.Status.SIGN_IN_NEEDED, null);
    }
  }

  /** There was a token, and it cannot be had. */
  void tokenMissing() {
    if (token.isEmpty() && phase != Phase.ENDED) {
      listener.status(Connection.Status.SIGN_IN_NEEDED, null);
    }
  }

  private void await(int atLeastSeconds) {
    drop(Phase.WAITING);
    listener.status(Connection.Status.OFFLINE, null);
    Duration wait = backoff.next();
    Duration asked = Duration.ofSeconds(Math.min(atLeastSeconds, 300));
    timer = scheduler.after(wait.compareTo(asked) > 0 ? wait : asked, this::reconnect);
  }

  private void patience(Duration limit) {
    stopTimer();
    long asked = round;
    timer =
        scheduler.after(
            limit,
            () -> {
              if (asked == round) {
                lost(new ApiException.Unreachable("no sign of life", null));
              }
            });
  }

  private void drop(Phase next) {
    phase = next;
    reachable = reachable && next == Phase.CATCHING_UP;
    round++;
    stopTimer();
    if (call != null) {
      call.cancel();
      call = null;
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
