package app.recado.simulation;

import app.recado.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;

/**
 * Runs schedules: {@code -Dsimulation.schedules=N} of them, from {@code -Dsimulation.seed=S} on,
 * {@code -Dsimulation.threads=T} beside each other. The last line is {@code N schedules, 0
 * violations}, or the first violation with its seed, after its trace. A single schedule tells its
 * story in any case.
 */
final class SimulationMain {
  private SimulationMain() {}

  public static void main(String[] args) throws Exception {
    int schedules = Integer.getInteger("simulation.schedules", 1_000);
    long seed = Long.getLong("simulation.seed", 1);
    int threads =
        Integer.getInteger("simulation.threads", Runtime.getRuntime().availableProcessors());
    Path folder = Files.createTempDirectory(Schedule.scratch(), "recado-workspace");
    long began = System.nanoTime();
    try {
      Workspace workspace = Workspace.build(folder);
      if (schedules == 1) {
        Schedule.run(seed, workspace).trace().forEach(System.out::println);
      }
      Campaign.Result result = new Campaign(workspace, threads).run(seed, schedules);
      System.out.printf(
          "%d schedules from seed %d in %d s%n",
          result.runs(), seed, Duration.ofNanos(System.nanoTime() - began).toSeconds());
      System.out.println("desks had done: " + new TreeMap<>(result.done()));
      Schedule first = result.first();
      if (first == null) {
        System.out.println(result.runs() + " schedules, 0 violations");
      } else {
        System.out.println(first.report());
      }
      System.exit(first == null ? 0 : 1);
    } finally {
      Folders.delete(folder);
    }
  }
}
