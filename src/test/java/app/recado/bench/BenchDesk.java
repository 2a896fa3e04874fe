package app.recado.bench;

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

  BenchDesk(Path folder, int port, String token, UserRow me) throws Exception {
    api = new OkHttpRelayApi(URI.create("http://127.0.0.1:" + port), engine);
    DeskSetup setup =
        new DeskSetup(
            folder,
            api,
            engine,
            InstantSource.system(),
            System::nanoTime,
            RandomGenerator.getDefault(),
            fx,
            reader,
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

  private void heard(Connection connection) {
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
    CountDownLatch drained = new CountDownLatch(1);
    engine.execute(drained::countDown);
    drained.await();
    engine.close();
    reader.shutdown();
    fx.shutdown();
    api.close();
  }
}
