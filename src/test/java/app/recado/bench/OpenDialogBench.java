package app.recado.bench;

import app.recado.client.state.Timeline;
import app.recado.protocol.DialogId;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * B3: from the click on a dialog to its rows, against the keyset query for as many rows; and with a
 * hundred times as many messages in the cache.
 */
final class OpenDialogBench implements Bench {
  private static final int PAGE = 100;
  private static final int DIALOGS = 300;

  private final Random random = new Random(3);

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Fixtures.Filled small = Fixtures.filled(folder, 100, 10_000);
    Fixtures.Filled large = Fixtures.filled(folder, 10_000, 1_000_000);
    try (OfflineDesk few = new OfflineDesk(small);
        OfflineDesk many = new OfflineDesk(large);
        RawCache raw = RawCache.open(large.profile())) {
      Ratios against =
          Ratios.alternate(
              Effort.WARM_UP,
              Effort.PAIRS,
              () -> median(() -> open(many, large.workspace())),
              () -> median(() -> query(raw, large.workspace())));
      Ratios grown =
          Ratios.alternate(
              Effort.WARM_UP,
              Effort.PAIRS,
              () -> median(() -> open(many, large.workspace())),
              () -> median(() -> open(few, small.workspace())));
      return List.of(
          Figure.lower(
              "B3a",
              "opening a dialog, data ready, against the raw keyset query",
              against,
              1.5,
              1.2,
              against.absolute(1e-3, "ms")),
          Figure.lower(
              "B3b",
              "the same with 1,000,000 messages cached against 10,000",
              grown,
              1.7,
              1.6,
              grown.absolute(1e-3, "ms")));
    }
  }

  private double open(OfflineDesk desk, Workspace workspace) throws Exception {
    DialogId dialog = dialog(workspace);
    CompletableFuture<Long> ready = new CompletableFuture<>();
    long began = System.nanoTime();
    Timeline timeline =
        desk.onFx(() -> {
          Timeline opened = desk.desk().open(dialog);
          opened
              .ready()
              .subscribe(is -> {
                if (is && !opened.entries().isEmpty()) {
                  ready.complete(System.nanoTime());
                }
              });
          return opened;
        });
    long ended = ready.get(30, TimeUnit.SECONDS);
    desk.onFx(() -> {
      timeline.close();
      return true;
    });
    return (ended - began) / 1e3;
  }

  private double query(RawCache cache, Workspace workspace) throws Exception {
    DialogId dialog = dialog(workspace);
    long began = System.nanoTime();
    try (PreparedStatement statement =
        cache
            .connection()
            .prepareStatement(
                "SELECT * FROM message WHERE dialog = ? AND position < ?"
                    + " ORDER BY position DESC LIMIT ?")) {
      statement.setString(1, dialog.value());
      statement.setLong(2, Long.MAX_VALUE);
      statement.setInt(3, PAGE);
      if (RawCache.readAll(statement) != PAGE) {
        throw new IllegalStateException("too few rows");
      }
    }
    return (System.nanoTime() - began) / 1e3;
  }

  private DialogId dialog(Workspace workspace) {
    return workspace.dialog(random.nextInt(workspace.dialogs()));
  }

  private static double median(Ratios.Measured once) throws Exception {
    double[] times = new double[DIALOGS];
    for (int i = 0; i < times.length; i++) {
      times[i] = once.measure();
    }
    return Ratios.median(times);
  }
}
