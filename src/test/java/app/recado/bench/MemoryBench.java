package app.recado.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * B11: what the idle desk holds in memory, against an empty window and against a cache of as many
 * dialogs with a hundredth of the messages: lists are kept in memory, messages are not.
 */
final class MemoryBench implements Bench {
  private static final long IDLE = TimeUnit.SECONDS.toNanos(8);

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Fixtures.Filled small = Fixtures.filled(folder, 10_000, 10_000);
    Fixtures.Filled large = Fixtures.filled(folder, 10_000, 1_000_000);
    String classpath = System.getProperty("java.class.path");
    Ratios against = new Ratios();
    Ratios grown = new Ratios();
    for (int i = 0; i < Effort.PAIRS; i++) {
      double full = resident(WindowProcess.desk(classpath, large.profile()));
      double empty = resident(WindowProcess.empty(classpath));
      double few = resident(WindowProcess.desk(classpath, small.profile()));
      against.add(full, empty);
      grown.add(full, few);
    }
    return List.of(
        Figure.lower(
            "B11a",
            "resident memory idle with 1,000,000 messages cached against an empty window",
            against,
            1.6,
            1.4,
            against.absolute(1, "MiB")),
        Figure.lower(
            "B11b",
            "the same against 10,000 messages cached, in as many dialogs",
            grown,
            1.1,
            1.05,
            grown.absolute(1, "MiB")));
  }

  private static double resident(WindowProcess window) throws Exception {
    try (window) {
      long until = System.nanoTime() + IDLE;
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
      return window.resident();
    }
  }
}
