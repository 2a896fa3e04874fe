package app.recado.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * B10: from the start of the process to a list that can be used, against an empty window; and with
 * what the JVM learned in a run before (AOT cache) against without.
 */
final class StartBench implements Bench {
  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Fixtures.Filled filled = Fixtures.filled(folder, 10_000, 100_000);
    String classpath = packed(folder);
    Path aot = folder.resolve("desk.aot");
    try (WindowProcess training =
        WindowProcess.desk(classpath, filled.profile(), "-XX:AOTCacheOutput=" + aot)) {
      training.secondsToUsable();
    }
    if (!Files.exists(aot)) {
      throw new IllegalStateException("no AOT cache was written");
    }
    Ratios.Measured plain = () -> start(WindowProcess.desk(classpath, filled.profile()));
    Ratios against =
        Ratios.alternate(1, Effort.PAIRS, plain, () -> start(WindowProcess.empty(classpath)));
    Ratios learned =
        Ratios.alternate(
            1,
            Effort.PAIRS,
            () -> start(WindowProcess.desk(classpath, filled.profile(), "-XX:AOTCache=" + aot)),
            plain);
    return List.of(
        Figure.lower(
            "B10a",
            "start to a usable list of 10,000 dialogs against an empty window",
            against,
            1.6,
            1.3,
            against.absolute(1, "s")),
        Figure.lower(
            "B10b",
            "the same with the AOT cache against without",
            learned,
            0.6,
            0.5,
            learned.absolute(1, "s")));
  }

  private static double start(WindowProcess window) throws Exception {
    try (window) {
      return window.secondsToUsable();
    }
  }

  /** The class path with every folder made a jar, for the AOT cache takes no folders. */
  static String packed(Path folder) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .map(entry -> Files.isDirectory(entry) ? jar(folder, entry) : entry)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jar(Path folder, Path classes) {
    Path jar = folder.resolve(classes.getFileName() + ".jar");
    int status =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
    if (status != 0) {
      throw new IllegalStateException("jar failed for " + classes);
    }
    // The tests' settings of the log: no desk that ships would read XML for it.
    try (FileSystem packed = FileSystems.newFileSystem(jar)) {
      Files.deleteIfExists(packed.getPath("logback-test.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }
}
