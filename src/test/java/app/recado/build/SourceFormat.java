package app.recado.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;

/** The one way Java is laid out here: google-java-format with its defaults. */
final class SourceFormat {
  private final Formatter formatter = new Formatter();

  /**
   * The text as it should be, imports in order and without unused ones.
   *
   * @throws IllegalArgumentException if the file is not Java
   */
  String formatted(Path file, String text) {
    try {
      return formatter.formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
