package app.recado.demo.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Writes {@code tour.md} as the tour goes: each step with its pictures and how long it took. */
final class Report {
  private final Path file;
  private int number;

  Report(Path folder) throws IOException {
    file = folder.resolve("tour.md");
    Files.writeString(
        file,
        """
        # An agent's working day

        Played by the desk itself through its real controls, against a real relay over HTTP. Each
        step was checked on the screen, on the relay or on the customer's page before its picture
        was taken.
        """);
  }

  /** A step begins. */
  void next() {
    number++;
  }

  /** The name of pictures of this step, without what follows the light or dark. */
  String picture(String name) {
    return String.format(Locale.ROOT, "%02d-%s", number, name);
  }

  void done(Step step, Duration took) throws IOException {
    append("\n## %d. %s\n\n%.1f s\n".formatted(number, step.title(), took.toMillis() / 1000.0));
    if (step.picture() != null) {
      String picture = picture(step.picture());
      append(
          "\n![%s](%s-light.png)\n![%s, dark](%s-dark.png)\n"
              .formatted(step.title(), picture, step.title(), picture));
    }
  }

  void failed(Step step, String why) throws IOException {
    append("\n## %d. %s\n\n**Failed:** %s\n".formatted(number, step.title(), why));
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
  }
}
