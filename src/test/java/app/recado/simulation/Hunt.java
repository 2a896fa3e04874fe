package app.recado.simulation;

import app.recado.Folders;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a {@link Mutant} is entered from outside its class loader. */
public final class Hunt {
  private Hunt() {}

  /** Runs schedules until one goes wrong; returns how many it took and what it was. */
  public static String hunt(long seed, int schedules) throws Exception {
    Path folder = Files.createTempDirectory(Schedule.scratch(), "recado-mutant");
    try {
      Workspace workspace = Workspace.build(folder);
      Campaign.Result result = new Campaign(workspace, 1).run(seed, schedules);
      Schedule first = result.first();
      return first == null
          ? result.runs() + " schedules, 0 violations"
          : result.runs() + " schedules: " + first.violation();
    } finally {
      Folders.delete(folder);
    }
  }
}
