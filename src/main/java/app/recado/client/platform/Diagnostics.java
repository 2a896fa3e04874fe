package app.recado.client.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What somebody who helps must know of a desk and may: versions, platform, sizes and the last
 * errors. Never what was written, nor a name, an address or a token.
 */
public final class Diagnostics {
  private static final List<String> PROPERTIES =
      List.of(
          "os.name",
          "os.version",
          "os.arch",
          "java.runtime.version",
          "java.vendor",
          "javafx.runtime.version",
          "glass.platform",
          "prism.order",
          "user.language");

  private final Path folder;
  private final UnaryOperator<String> properties;

  /**
   * @param folder the profile's
   * @param properties as {@code System::getProperty}
   */
  public Diagnostics(Path folder, UnaryOperator<String> properties) {
    this.folder = folder;
    this.properties = properties;
  }

  /** Lines of plain English, for those who mend; reads the profile's folder. */
  public String text() {
    List<String> lines = new ArrayList<>();
    String version = Diagnostics.class.getPackage().getImplementationVersion();
    lines.add("Recado " + (version == null ? "(from its sources)" : version));
    for (String name : PROPERTIES) {
      String value = properties.apply(name);
      if (value != null) {
        lines.add(name + ": " + value);
      }
    }
    Runtime runtime = Runtime.getRuntime();
    lines.add(
        String.format(
            Locale.ROOT,
            "memory: %d of %d MB, %d processors",
            (runtime.totalMemory() - runtime.freeMemory()) >> 20,
            runtime.maxMemory() >> 20,
            runtime.availableProcessors()));
    lines.addAll(files());
    List<String> errors = DeskLog.lastErrors();
    lines.add("last errors: " + (errors.isEmpty() ? "none" : ""));
    lines.addAll(errors);
    return String.join("\n", lines);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> "file " + file.getFileName() + ": " + size(file))
          .toList();
    } catch (IOException problem) {
      return List.of("files: " + problem.getClass().getSimpleName());
    }
  }

  private static String size(Path file) {
    try {
      return Files.size(file) / 1024 + " KB";
    } catch (IOException gone) {
      return "gone";
    }
  }
}
