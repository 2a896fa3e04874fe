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
        # The main job, end to end

        Played by the desk itself through its real controls, against a real relay over HTTP. Each
        step was checked on the screen, on the relay or on the customer's page before its picture
        was taken.
        """);
  }

  /** The name of the next step's pictures, without what follows the light or dark. */
  String next(Step step) {
    number++;
    return String.format(Locale.ROOT, "%02d-%s", number, step.picture());
  }

  void done(Step step, String picture, Duration took) throws IOException {
    append(
        """

        ## %d. %s

        %.1f s

        ![%s](%s-light.png)
        ![%s, dark](%s-dark.png)
        """
            .formatted(
                number,
                step.title(),
                took.toMillis() / 1000.0,
                step.title(),
                picture,
                step.title(),
                picture));
  }

  void failed(Step step, String why) throws IOException {
    append("\n## %d. %s\n\n**Failed:** %s\n".formatted(number, step.title(), why));
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
  }
}
