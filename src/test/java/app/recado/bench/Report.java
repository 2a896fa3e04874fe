package app.recado.bench;

import app.recado.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a page. Written anew after each row, so that a bench cut short has its report. */
final class Report {
  private final Path file;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  Report(Path folder) {
    file = folder.resolve("bench.md");
  }

  void add(Path json) throws IOException {
    for (Figure figure : Json.read(Files.readString(json), Figure[].class)) {
      figures.add(figure);
      System.out.println(figure.row() + " " + figure.title() + ": " + figure.note());
    }
    write("");
  }

  void failed(String row, String why) throws IOException {
    failures.add(row + ": " + why);
    System.out.println(row + " could not be measured: " + why);
    write("");
  }

  boolean isIncomplete() {
    return !failures.isEmpty();
  }

  void finish(long seconds) throws IOException {
    write(String.format(Locale.ROOT, "The bench took %d:%02d.%n", seconds / 60, seconds % 60));
  }

  private void write(String end) throws IOException {
    StringBuilder page = new StringBuilder("# Bench\n\n");
    page.append("Each row is a ratio of two things timed in turn in one run.\n\n");
    Machine.lines().forEach(line -> page.append("- ").append(line).append('\n'));
    page.append(
        "\n| # | median | min | max | good | goal | met |\n|---|---|---|---|---|---|---|\n");
    figures.forEach(figure -> page.append(figure.row()).append('\n'));
    page.append("\n## What stands behind\n\n");
    for (Figure figure : figures) {
      page.append("- ").append(figure.id()).append(", ").append(figure.title());
      page.append(": ").append(figure.note()).append('\n');
    }
    if (!failures.isEmpty()) {
      page.append("\n## Not measured\n\n");
      failures.forEach(failure -> page.append("- ").append(failure).append('\n'));
    }
    page.append('\n').append(end);
    Files.writeString(file, page);
  }
}
