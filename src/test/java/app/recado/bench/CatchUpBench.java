package app.recado.bench;

import app.recado.Folders;
import app.recado.protocol.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * B1: catching up over HTTP against inserting the same rows with JDBC. B2: hearing the same changes
 * again against hearing them for the first time.
 */
final class CatchUpBench implements Bench {
  private static final int DIALOGS = 1_000;
  private static final int CHANGES = 100_000;
  private static final int PAGE = 1_000;

  private int runs;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Workspace workspace = new Workspace(DIALOGS, CHANGES - 3L * DIALOGS);
    List<Change> changes = workspace.all();
    List<RawCache.Batch> batches = new ArrayList<>();
    for (int from = 0; from < changes.size(); from += PAGE) {
      batches.add(RawCache.batch(changes.subList(from, Math.min(changes.size(), from + PAGE))));
    }
    Ratios rows = new Ratios();
    Ratios again = new Ratios();
    try (FixtureRelay relay = new FixtureRelay(workspace.me, changes, PAGE, 2)) {
      for (int i = 0; i < Effort.WARM_UP + Effort.PAIRS; i++) {
        Path profile = fresh(folder, "desk");
        double first = catchUp(profile, relay, workspace, changes);
        double raw = insert(fresh(folder, "raw"), batches);
        double second = catchUp(profile, relay, workspace, changes);
        if (i >= Effort.WARM_UP) {
          rows.add(changes.size() / first, changes.size() / raw);
          again.add(second, first);
        }
        Folders.delete(profile);
      }
    }
    return List.of(
        Figure.higher(
            "B1",
            "catching up 100,000 changes, rows per second against raw JDBC",
            rows,
            0.5,
            0.7,
            rows.absolute(1, "rows/s")),
        Figure.lower(
            "B2",
            "the same changes a second time, time against the first",
            again,
            0.5,
            0.2,
            again.absolute(1, "s")));
  }

  private static double catchUp(
      Path profile, FixtureRelay relay, Workspace workspace, List<Change> changes)
      throws Exception {
    long began = System.nanoTime();
    try (BenchDesk desk = new BenchDesk(profile, relay.port(), "token", workspace.me)) {
      desk.awaitOnline();
      double seconds = (System.nanoTime() - began) / 1e9;
      check(profile, changes);
      return seconds;
    }
  }

  private static double insert(Path folder, List<RawCache.Batch> batches) throws Exception {
    try (RawCache raw = RawCache.create(folder)) {
      long began = System.nanoTime();
      for (RawCache.Batch batch : batches) {
        raw.insert(batch);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      return seconds;
    } finally {
      Folders.delete(folder);
    }
  }

  private static void check(Path folder, List<Change> changes) throws Exception {
    try (RawCache cache = RawCache.open(folder);
        Connection connection = cache.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM message) + (SELECT COUNT(*) FROM dialog)"
                    + " + (SELECT COUNT(*) FROM customer) + (SELECT COUNT(*) FROM reading)"
                    + " + (SELECT COUNT(*) FROM person) + (SELECT COUNT(*) FROM channel)")) {
      if (row.getInt(1) != changes.size()) {
        throw new IllegalStateException(row.getInt(1) + " rows of " + changes.size());
      }
    }
  }

  private Path fresh(Path folder, String name) throws Exception {
    runs++;
    return Files.createDirectories(folder.resolve(name + runs));
  }
}
