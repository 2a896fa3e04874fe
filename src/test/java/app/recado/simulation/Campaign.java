package app.recado.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Many runs, each on one thread, several beside each other, until one goes wrong. */
final class Campaign {
  private final Workspace workspace;
  private final int threads;

  Campaign(Workspace workspace, int threads) {
    this.workspace = workspace;
    this.threads = threads;
  }

  /**
   * How it went.
   *
   * @param runs how many schedules were run to their end
   * @param done the commands that desks gave and the relay carried out, counted by type
   * @param first the violation with the smallest seed; null if there was none
   */
  record Result(int runs, Map<String, Integer> done, @Nullable Schedule first) {}

  /** Runs the seeds {@code from}, {@code from + 1}, … */
  Result run(long from, int schedules) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    Map<String, Integer> done = new ConcurrentHashMap<>();
    AtomicReference<@Nullable Schedule> first = new AtomicReference<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(() -> {
              int index;
              while (first.get() == null && (index = next.getAndIncrement()) < schedules) {
                Schedule run = Schedule.run(from + index, workspace);
                runs.incrementAndGet();
                run.done().forEach((type, count) -> done.merge(type, count, Integer::sum));
                if (!run.isClean()) {
                  first.accumulateAndGet(run, Campaign::earlier);
                }
              }
            }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
    return new Result(runs.get(), done, first.get());
  }

  private static @Nullable Schedule earlier(@Nullable Schedule one, @Nullable Schedule other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.seed() < other.seed() ? one : other;
  }
}
