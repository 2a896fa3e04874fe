package app.recado.bench;

import app.recado.Folders;
import app.recado.client.api.NoFiles;
import app.recado.client.api.OkHttpRelayApi;
import app.recado.client.api.RelayApi;
import app.recado.client.cache.Durability;
import app.recado.client.platform.FileKeyStore;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskSetup;
import app.recado.client.sync.EngineThread;
import app.recado.client.sync.Entrance;
import app.recado.protocol.Change;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogRow;
import app.recado.protocol.MessageRow;
import app.recado.protocol.RowKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Filled caches, made once for the whole bench and copied for whoever writes to them. */
final class Fixtures {
  private static final int BATCH = 20_000;

  private Fixtures() {}

  /** A workspace and the profile folder whose cache holds it all. */
  record Filled(Workspace workspace, Path profile) {}

  /**
   * @param folder of a row; what is made lies beside it and serves the next rows too
   */
  static Filled filled(Path folder, int dialogs, long messages) throws Exception {
    Path made =
        folder.toAbsolutePath().getParent().resolve("fixtures").resolve(dialogs + "-" + messages);
    Path done = made.resolve("done");
    Workspace workspace = new Workspace(dialogs, messages);
    if (!Files.exists(done)) {
      Folders.delete(made);
      Files.createDirectories(made);
      fill(made, workspace);
      signIn(made, workspace, List.of());
      Files.createFile(done);
    }
    return new Filled(workspace, made);
  }

  private static void fill(Path profile, Workspace workspace) throws Exception {
    try (RawCache cache = RawCache.create(profile)) {
      List<Change> batch = new ArrayList<>(BATCH);
      workspace.changes(change -> {
        batch.add(change);
        if (batch.size() == BATCH) {
          insert(cache, batch);
        }
      });
      insert(cache, batch);
      try (Statement statement = cache.connection().createStatement()) {
        cache.connection().setAutoCommit(true);
        statement.execute("INSERT INTO meta VALUES ('cursor', '1:0'), ('head', '1000000000')");
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    }
  }

  /**
   * Signs in on a profile as the desk does, against a relay that is gone afterwards.
   *
   * @param changes what that relay has to tell
   */
  static void signIn(Path profile, Workspace workspace, List<Change> changes) throws Exception {
    EngineThread engine = new EngineThread(Executors.defaultThreadFactory());
    try (FixtureRelay relay = new FixtureRelay(workspace.me, changes, 1_000, 1)) {
      signIn(profile, engine, relay.port());
    } finally {
      engine.close();
    }
  }

  /** Signs in and leaves the profile at once, so that its next desk starts where this one did. */
  static void signIn(Path profile, EngineThread engine, int port) throws Exception {
    CompletableFuture<Desk> entered = new CompletableFuture<>();
    URI address = URI.create("http://127.0.0.1:" + port);
    try (OkHttpRelayApi api = new OkHttpRelayApi(address, engine)) {
      Entrance entrance =
          new Entrance(
              profile,
              InstantSource.system(),
              RandomGenerator.getDefault(),
              relay -> world(profile, engine, api),
              new FileKeyStore(profile),
              "bench",
              () -> {});
      entrance.signIn(
          address,
          "ana@example.com",
          "secret",
          entered::complete,
          (refusal, wait) ->
              entered.completeExceptionally(new IllegalStateException(refusal.toString())));
      entered.get(30, TimeUnit.SECONDS).close();
      CountDownLatch drained = new CountDownLatch(1);
      engine.execute(drained::countDown);
      drained.await();
    }
  }

  /** Puts into a fresh profile what the first page of changes needs to be shown and one dialog. */
  static void seed(Path profile, Workspace workspace, List<Change> changes) throws Exception {
    List<Change> seed = new ArrayList<>(changes.subList(0, 2));
    Optional<Change> dialog =
        changes.stream().filter(change -> change.kind() == RowKind.DIALOG).findFirst();
    DialogRow row = (DialogRow) ((Change.Put) dialog.orElseThrow()).row();
    for (Change change : changes) {
      boolean its =
          switch (((Change.Put) change).row()) {
            case DialogRow other -> other.id().equals(row.id());
            case CustomerRow customer -> customer.id().equals(row.customer());
            case MessageRow message -> message.dialog().equals(row.id());
            default -> false;
          };
      if (its) {
        seed.add(change);
      }
    }
    try (RawCache cache = RawCache.create(profile)) {
      cache.insert(RawCache.batch(seed));
    }
  }

  private static DeskSetup world(Path profile, EngineThread engine, RelayApi api) {
    return new DeskSetup(
        profile,
        api,
        new NoFiles(),
        engine,
        InstantSource.system(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        engine,
        engine,
        engine,
        Runnable::run,
        ZoneOffset.UTC,
        Durability.FULL);
  }

  private static void insert(RawCache cache, List<Change> batch) {
    try {
      cache.insert(RawCache.batch(batch));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    batch.clear();
  }
}
