package app.recado.bench;

import app.recado.client.api.NoFiles;
import app.recado.client.api.OkHttpRelayApi;
import app.recado.client.cache.Durability;
import app.recado.client.state.Connection;
import app.recado.client.sync.Account;
import app.recado.client.sync.DeskSession;
import app.recado.client.sync.DeskSetup;
import app.recado.client.sync.EngineThread;
import app.recado.protocol.UserRow;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** A desk as it ships, over HTTP and with its real threads, but without its windows. */
final class BenchDesk implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 240;

  private final EngineThread engine = new EngineThread(Executors.defaultThreadFactory());
  private final ExecutorService fx = Executors.newSingleThreadExecutor();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final OkHttpRelayApi api;
  private final DeskSession session;
  private final CountDownLatch online = new CountDownLatch(1);
  private final Semaphore changed = new Semaphore(0);
  private volatile int queued;

  BenchDesk(Path folder, int port, String token, UserRow me) throws Exception {
    api = new OkHttpRelayApi(URI.create("http://127.0.0.1:" + port), engine);
    DeskSetup setup =
        new DeskSetup(
            folder,
            api,
            new NoFiles(),
            engine,
            InstantSource.system(),
            System::nanoTime,
            RandomGenerator.getDefault(),
            fx,
            fx,
            reader,
            Runnable::run,
            ZoneOffset.UTC,
            Durability.FULL);
    session =
        onFx(() -> {
          DeskSession opened = DeskSession.open(setup, new Account(token, me), () -> {});
          opened.connection().subscribe(this::heard);
          return opened;
        });
  }

  DeskSession desk() {
    return session;
  }

  /** Runs something where windows would. */
  <T> T onFx(Callable<T> work) throws Exception {
    Future<T> done = fx.submit(work);
    return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void awaitOnline() throws Exception {
    if (!online.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException("never online");
    }
  }

  /** Waits until nothing the agent did is still on its way. */
  void awaitSettled() throws Exception {
    drain();
    while (queued > 0) {
      if (!changed.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TimeoutException("never settled");
      }
      drain();
    }
  }

  /** Waits for what the engine and the windows had to do until now. */
  private void drain() throws Exception {
    CountDownLatch idle = new CountDownLatch(1);
    engine.execute(idle::countDown);
    idle.await();
    onFx(() -> true);
  }

  private void heard(Connection connection) {
    queued = connection.queued();
    changed.release();
    if (connection.status() == Connection.Status.ONLINE) {
      online.countDown();
    }
  }

  @Override
  public void close() throws Exception {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    onFx(() -> {
      session.close();
      return closed.complete(true);
    });
    closed.get();
    // what the session's closing left to do on the engine's thread
    drain();
    engine.close();
    reader.shutdown();
    fx.shutdown();
    api.close();
  }
}
