package app.recado.bench;

import app.recado.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Runs the rows one after the other, each in a JVM of its own, and writes the report. Exits with 1
 * if a row could not be measured; a miss is a result.
 */
final class BenchMain {
  private static final long PATIENCE_MINUTES = 8;

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
    Set<String> chosen =
        new TreeSet<>(Arrays.asList(System.getProperty("bench.rows", "all").split(",", -1)));
    Files.createDirectories(folder);
    if (chosen.contains("all")) {
      Folders.delete(folder.resolve("fixtures"));
    }
    Report report = new Report(folder);
    long began = System.nanoTime();
    for (Map.Entry<String, RowMain.Row> row : RowMain.ROWS.entrySet()) {
      if (chosen.contains("all")
          || row.getValue().ids().stream().anyMatch(id -> isChosen(id, chosen))) {
        run(row.getKey(), folder, report);
      }
    }
    report.finish(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    System.out.println("wrote " + folder.resolve("bench.md"));
    if (report.isIncomplete()) {
      System.exit(1);
    }
  }

  /** By its own id, or its row's: B3 stands for B3a and B3b. */
  private static boolean isChosen(String id, Set<String> chosen) {
    return chosen.contains(id) || chosen.contains(id.replaceAll("[a-z]$", ""));
  }

  private static void run(String row, Path folder, Report report) throws Exception {
    Path work = folder.resolve("work-" + row);
    Folders.delete(work);
    Files.createDirectories(work);
    Path figures = folder.resolve(row + ".json");
    Files.deleteIfExists(figures);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Jvm.flags());
    command.add("-Dbench.pairs=" + Effort.PAIRS);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(RowMain.class.getName(), row, work.toString(), figures.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(new File(folder.toFile(), row + ".err"))
            .start();
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    if (ended && process.exitValue() == 0 && Files.exists(figures)) {
      report.add(figures);
    } else {
      report.failed(row, ended ? lastLines(folder.resolve(row + ".err")) : "took too long");
    }
    Folders.delete(work);
  }

  private static String lastLines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
