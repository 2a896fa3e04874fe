package app.recado.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rewrites every Java file under the given folder that is not laid out as the build wants it. */
final class FormatMain {
  private FormatMain() {}

  public static void main(String[] args) throws IOException {
    SourceFormat format = new SourceFormat();
    for (Path file : SourceTree.files(Path.of(args[0]), ".java")) {
      String text = SourceTree.read(file);
      String formatted = format.formatted(file, text);
      if (!text.equals(formatted)) {
        Files.writeString(file, formatted);
        System.out.println(file);
      }
    }
  }
}
