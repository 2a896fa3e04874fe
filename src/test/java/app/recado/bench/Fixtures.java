package app.recado.bench;

import app.recado.protocol.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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
      Trees.delete(made);
      Files.createDirectories(made);
      fill(made, workspace);
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

  private static void insert(RawCache cache, List<Change> batch) {
    try {
      cache.insert(RawCache.batch(batch));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    batch.clear();
  }
}
