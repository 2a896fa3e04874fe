package app.recado.relay.file;

import app.recado.relay.store.Cells;
import app.recado.relay.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the database says of files, compared with the bytes that are there.
 *
 * @param problems what is wrong, each as one line
 * @param notes what only takes room
 */
public record FileInspection(List<String> problems, List<String> notes) {
  private static final String ALL = "SELECT place, size, finished_at, gone, due_at FROM file";

  /**
   * Looks, without reading the bytes.
   *
   * @param folder of the files; need not be there
   */
  public static FileInspection look(Database database, Path folder) {
    Map<String, Long> due = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (Row row : database.read(tx -> tx.list(ALL, FileInspection::row))) {
      if (!row.gone || row.waits) {
        known.add(row.place);
      }
      if (!row.gone && row.finished) {
        due.put(row.place, row.size);
      }
    }
    return compare(due, known, sizes(folder));
  }

  private record Row(String place, long size, boolean finished, boolean gone, boolean waits) {}

  private static Row row(Cells row) {
    return new Row(
        row.text(1),
        row.number(2),
        row.numberOrNull(3) != null,
        row.number(4) == 1,
        row.numberOrNull(5) != null);
  }

  private static FileInspection compare(
      Map<String, Long> due, Set<String> known, Map<String, Long> there) {
    long missing = due.keySet().stream().filter(place -> !there.containsKey(place)).count();
    long wrong =
        due.entrySet().stream()
            .filter(file -> there.containsKey(file.getKey()))
            .filter(file -> !file.getValue().equals(there.get(file.getKey())))
            .count();
    List<Long> surplus =
        there.entrySet().stream()
            .filter(file -> !known.contains(file.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<String> problems = new ArrayList<>();
    if (missing > 0) {
      problems.add("files whose bytes are not there: " + missing);
    }
    if (wrong > 0) {
      problems.add("files whose bytes have another size: " + wrong);
    }
    long bytes = surplus.stream().mapToLong(Long::longValue).sum();
    return new FileInspection(
        problems,
        surplus.isEmpty()
            ? List.of()
            : List.of("bytes that no file has: " + bytes + " in " + surplus.size()));
  }

  private static Map<String, Long> sizes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    Map<String, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sizes;
  }
}
