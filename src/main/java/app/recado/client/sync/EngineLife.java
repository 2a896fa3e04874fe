package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.client.cache.Durability;
import app.recado.client.cache.LocalDraft;
import app.recado.client.cache.OutboxFile;
import app.recado.client.cache.Quarantine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a session from its opening to its end, and what takes its place when a file was
 * damaged. Whatever is asked of it waits until there is one that can do it.
 */
final class EngineLife {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLife.class);

  /** The setting that says that the agent chose to work offline. */
  private static final String BY_HAND = "offlineByHand";

  private static final int WIPES = 10;
  private static final Duration BETWEEN_WIPES = Duration.ofSeconds(1);

  private final DeskSetup setup;
  private final DeskParts parts;
  private final RelayClock clock;
  private final Bridge bridge;
  private final Runnable whenWiping;
  private final Runnable whenWiped;
  private final Deque<Consumer<DeskEngine>> waiting = new ArrayDeque<>();

  private volatile Account account;
  private volatile @Nullable DeskEngine engine;
  private @Nullable DeskEngine ready;

  /** The drafts that are to go on in the next engine. Engine's thread. */
  private List<LocalDraft> carried = List.of();

  private volatile boolean byHand;

  /** Signed out before the token came, which is then to be given back. Engine's thread. */
  private boolean leaving;

  private volatile boolean over;

  private volatile Consumer<Outbox> queueWatch = unwatched -> {};

  /**
   * @param whenWiping called on the engine's thread before the profile is wiped: nothing may be
   *     written there any more
   * @param whenWiped called on the FX thread after it
   */
  EngineLife(
      DeskSetup setup,
      Account account,
      DeskParts parts,
      RelayClock clock,
      Bridge bridge,
      Runnable whenWiping,
      Runnable whenWiped) {
    this.setup = setup;
    this.account = account;
    this.parts = parts;
    this.clock = clock;
    this.bridge = bridge;
    this.whenWiping = whenWiping;
    this.whenWiped = whenWiped;
  }

  /** Tells of every change of the outbox, on the engine's thread; to be called before it opens. */
  void watchQueue(Consumer<Outbox> watch) {
    queueWatch = watch;
  }

  /** Opens the engine, soon. */
  void open() {
    setup.scheduler().execute(this::start);
  }

  /** The engine whose files are open; null while there is none. Any thread. */
  @Nullable DeskEngine now() {
    return engine;
  }

  private void start() {
    if (over) {
      return;
    }
    try {
      startEngine();
    } catch (RuntimeException failure) {
      over = true;
      throw failure;
    }
  }

  private void startEngine() {
    OutboxFile file = Quarantine.openOutbox(setup.folder(), setup.durability(), setup.clock());
    Durability ofCache = setup.durability() == Durability.OFF ? Durability.OFF : Durability.NORMAL;
    Cache cache = Quarantine.openCache(setup.folder(), ofCache, setup.clock());
    DeskEngine started =
        new DeskEngine(
            setup,
            account,
            parts,
            clock,
            bridge,
            file,
            cache,
            new DeskEngine.Owner() {
              @Override
              public void damaged(CacheException problem) {
                rebuild(problem);
              }

              @Override
              public void outboxDamaged(CacheException problem) {
                salvage(problem);
              }

              @Override
              public void queueChanged(Outbox outbox) {
                queueWatch.accept(outbox);
              }

              @Override
              public void revoked() {
                wipe();
              }
            });
    engine = started;
    byHand = file.settings.get(BY_HAND) != null;
    reading(() -> {
      boolean more = started.showFirst(carried);
      carried = List.of();
      ready = started;
      if (more) {
        // The first rows are drawn before the rest wants the processor.
        setup.drawn().execute(() -> next(started, () -> readRest(started)));
      } else {
        next(started, () -> started.start(byHand));
      }
    });
    // Whoever sees the first rows may act on them and write: that is kept at once.
    work();
  }

  private void readRest(DeskEngine started) {
    started.readRest();
    next(started, () -> started.start(byHand));
  }

  /** A step of its own, so that what was asked for meanwhile comes first. */
  private void next(DeskEngine started, Runnable step) {
    setup
        .scheduler()
        .execute(() -> {
          if (!started.isClosed()) {
            reading(step);
          }
        });
  }

  private void reading(Runnable step) {
    try {
      step.run();
    } catch (CacheException problem) {
      if (!problem.isDamage()) {
        over = true;
        throw problem;
      }
      rebuild(problem);
    }
  }

  /** The cache holds nothing that cannot be fetched again: a damaged one is put aside. */
  private void rebuild(CacheException problem) {
    LOG.warn("The cache cannot be used; it is put aside and filled anew", problem);
    stopEngine();
    Quarantine.setAsideCache(setup.folder(), setup.clock());
    setup.scheduler().execute(this::start);
  }

  /** Opening the outbox again finds the damage and salvages what can be read. */
  private void salvage(CacheException problem) {
    LOG.warn("The outbox cannot be used; it is opened anew", problem);
    stopEngine();
    setup.scheduler().execute(this::start);
  }

  private void stopEngine() {
    DeskEngine broken = engine;
    engine = null;
    if (broken != null && broken.equals(ready)) {
      carried = broken.drafts().all();
    }
    ready = null;
    if (broken != null) {
      broken.abandon();
    }
  }

  private void wipe() {
    DeskEngine ended = engine;
    engine = null;
    ready = null;
    over = true;
    // Nothing that is still being copied or fetched may stay behind.
    whenWiping.run();
    if (ended != null) {
      ended.files().folder().shut();
      ended.abandon();
    }
    try {
      wipeAgain(Quarantine.wipe(setup.folder()), WIPES);
    } finally {
      setup.fx().execute(whenWiped);
    }
  }

  /** A file that somebody has open may only go a moment later. */
  private void wipeAgain(List<Path> left, int tries) {
    if (!left.isEmpty() && tries > 0) {
      setup.scheduler().after(BETWEEN_WIPES, () -> wipeAgain(Quarantine.remove(left), tries - 1));
    }
  }

  /**
   * Does something on the engine's thread, once outbox and drafts are read and the first rows are
   * shown; what the engine needs of the rest of the cache for it, it reads then.
   */
  void run(Consumer<DeskEngine> action) {
    setup
        .scheduler()
        .execute(() -> {
          if (!over) {
            waiting.add(action);
            work();
          }
        });
  }

  /** One thing that fails does not keep back what was asked for after it. */
  private void work() {
    DeskEngine running = ready;
    if (running != null && !waiting.isEmpty()) {
      try {
        waiting.removeFirst().accept(running);
      } finally {
        work();
      }
    }
  }

  void workOffline(boolean offline) {
    run(running -> {
      byHand = offline;
      running.file().settings.set(BY_HAND, offline ? "yes" : null);
      running.workOffline(offline);
    });
  }

  void signOut(Runnable done) {
    run(running -> {
      String token = running.token();
      wipe();
      leaving = token.isEmpty();
      if (!leaving) {
        setup.api().signOut(token, new Ignored<>());
      }
      setup.fx().execute(done);
    });
  }

  /** The token of whoever is signed in, which was not there when the desk opened. */
  void tokenCame(@Nullable String token) {
    setup
        .scheduler()
        .execute(() -> {
          if (leaving && token != null) {
            leaving = false;
            setup.api().signOut(token, new Ignored<>());
          }
        });
    run(running -> {
      if (!account.token().isEmpty()) {
        return;
      }
      if (token == null) {
        running.loop().tokenMissing();
      } else {
        account = new Account(token, account.me());
        running.loop().token(token);
      }
    });
  }

  /** Goes on after the same person signed in again. */
  void signedInAgain(Account fresh) {
    run(running -> {
      account = fresh;
      running.loop().token(fresh.token());
    });
  }

  /** Ends once everything that was asked for is written. */
  void close() {
    setup
        .scheduler()
        .execute(() -> {
          DeskEngine running = engine;
          if (running != null) {
            // What was asked for while the files were read is still to be kept.
            ready = running;
            work();
            running.close();
          }
          over = true;
          engine = null;
          ready = null;
        });
  }

  /** Ends as a crash would, from the engine's thread: only what was committed remains. */
  void crash() {
    DeskEngine running = engine;
    over = true;
    engine = null;
    ready = null;
    if (running != null) {
      running.abandon();
    }
  }

  /** Nobody waits for the answer. */
  private static final class Ignored<T extends @Nullable Object> implements RelayApi.Callback<T> {
    @Override
    public void succeeded(T value) {}

    @Override
    public void failed(ApiException problem) {}
  }
}
