package app.recado.bench;

import app.recado.protocol.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures one row in this process: {@code ROW FOLDER FILE-FOR-FIGURES}. */
final class RowMain {
  static final Map<String, Row> ROWS = rows();

  private RowMain() {}

  public static void main(String[] args) throws Exception {
    Row row = ROWS.get(args[0]);
    if (row == null) {
      throw new IllegalArgumentException("no row " + args[0] + ", there are " + ROWS.keySet());
    }
    List<Figure> figures = row.bench().get().measure(Path.of(args[1]));
    Files.writeString(Path.of(args[2]), Json.write(figures));
    // whatever threads the row has left behind
    System.exit(0);
  }

  private static Map<String, Row> rows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("catch-up", new Row(List.of("B1", "B2"), CatchUpBench::new));
    rows.put("open-dialog", new Row(List.of("B3a", "B3b"), OpenDialogBench::new));
    rows.put("search", new Row(List.of("B4a", "B4b"), SearchBench::new));
    rows.put("relay-read", new Row(List.of("B5"), RelayReadBench::new));
    rows.put("relay-command", new Row(List.of("B6"), RelayCommandBench::new));
    rows.put("send-to-seen", new Row(List.of("B7"), SendToSeenBench::new));
    rows.put("streams", new Row(List.of("B8a", "B8b"), StreamsBench::new));
    rows.put("nodes", new Row(List.of("B9"), NodesBench::new));
    rows.put("start", new Row(List.of("B10a", "B10b"), StartBench::new));
    rows.put("memory", new Row(List.of("B11a", "B11b"), MemoryBench::new));
    rows.put("timeline", new Row(List.of("B12a", "B12b"), TimelineBench::new));
    rows.put("typing", new Row(List.of("B13a", "B13b", "B13c"), TypingBench::new));
    return rows;
  }

  record Row(List<String> ids, Supplier<Bench> bench) {}
}
