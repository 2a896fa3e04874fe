package app.recado.bench;

import app.recado.client.state.SearchResults;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * B4: a search over 1,000,000 messages, hits cut out and marked, against the raw newest-50 query of
 * the full-text index; and a very common word against a rare one.
 */
final class SearchBench implements Bench {
  private static final int SEARCHES = 60;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Fixtures.Filled large = Fixtures.filled(folder, 10_000, 1_000_000);
    String rare = large.workspace().prose().rare();
    try (OfflineDesk desk = new OfflineDesk(large);
        RawCache raw = RawCache.open(large.profile())) {
      Ratios against =
          Ratios.alternate(
              Effort.WARM_UP,
              Effort.PAIRS,
              () -> median(() -> search(desk, Prose.COMMON)),
              () -> median(() -> query(raw, Prose.COMMON)));
      Ratios common =
          Ratios.alternate(
              Effort.WARM_UP,
              Effort.PAIRS,
              () -> median(() -> search(desk, Prose.COMMON)),
              () -> median(() -> search(desk, rare)));
      return List.of(
          Figure.lower(
              "B4a",
              "search over 1,000,000 messages against the raw newest-50 query",
              against,
              1.5,
              1.2,
              against.absolute(1e-3, "ms")),
          Figure.lower(
              "B4b",
              "a very common word against a rare one",
              common,
              10,
              4,
              common.absolute(1e-3, "ms")));
    }
  }

  private static double search(OfflineDesk desk, String word) throws Exception {
    CompletableFuture<SearchResults> found = new CompletableFuture<>();
    long began = System.nanoTime();
    desk.onFx(() -> {
      desk.desk().search(word, found::complete);
      return true;
    });
    SearchResults results = found.get(60, TimeUnit.SECONDS);
    double micros = (System.nanoTime() - began) / 1e3;
    if (results.messages().isEmpty()) {
      throw new IllegalStateException("found nothing for " + word);
    }
    return micros;
  }

  private static double query(RawCache cache, String word) throws Exception {
    long began = System.nanoTime();
    try (PreparedStatement statement =
        cache
            .connection()
            .prepareStatement(
                "SELECT * FROM message WHERE n IN (SELECT rowid FROM message_words"
                    + " WHERE message_words MATCH ? ORDER BY rowid DESC LIMIT 50)"
                    + " ORDER BY n DESC")) {
      statement.setString(1, '"' + word + "\"*");
      if (RawCache.readAll(statement) != 50) {
        throw new IllegalStateException("too few rows");
      }
    }
    return (System.nanoTime() - began) / 1e3;
  }

  private static double median(Ratios.Measured once) throws Exception {
    double[] times = new double[SEARCHES];
    for (int i = 0; i < times.length; i++) {
      times[i] = once.measure();
    }
    return Ratios.median(times);
  }
}
