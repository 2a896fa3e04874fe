package app.recado.client.ui.canned;

import app.recado.client.sync.Folding;
import app.recado.protocol.CannedRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds responses by what is typed, accents and case aside: the best first. */
public final class CannedFinder {
  private static final int NOT_FOUND = 9;

  private CannedFinder() {}

  /** Those that fit; with nothing typed all, by section, the ones used most first. */
  public static List<CannedRow> find(Collection<CannedRow> rows, String query) {
    String wanted = Folding.fold(query.strip());
    List<String> words = Folding.words(query);
    if (wanted.isEmpty()) {
      return rows.stream()
          .sorted(
              Comparator.comparing((CannedRow row) -> Folding.fold(row.section()))
                  .thenComparing(byUse()))
          .toList();
    }
    record Ranked(CannedRow row, int rank) {}
    return rows.stream()
        .map(row -> new Ranked(row, rank(row, wanted, words)))
        .filter(ranked -> ranked.rank < NOT_FOUND)
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::row, byUse()))
        .map(Ranked::row)
        .toList();
  }

  private static Comparator<CannedRow> byUse() {
    return Comparator.comparingLong((CannedRow row) -> -row.uses())
        .thenComparing(row -> Folding.fold(row.title()))
        .thenComparing(CannedRow::rowId);
  }

  private static int rank(CannedRow row, String wanted, List<String> words) {
    String shortcut = Folding.fold(row.shortcut());
    if (shortcut.equals(wanted)) {
      return 0;
    }
    if (!shortcut.isEmpty() && shortcut.startsWith(wanted)) {
      return 1;
    }
    if (Folding.fold(row.title()).startsWith(wanted)) {
      return 2;
    }
    if (words.isEmpty()) {
      return NOT_FOUND;
    }
    if (Folding.matchesAll(row.title(), words)) {
      return 3;
    }
    if (Folding.matchesAll(row.title() + " " + row.section() + " " + row.shortcut(), words)) {
      return 4;
    }
    return Folding.matchesAll(row.title() + " " + row.section() + " " + row.text(), words)
        ? 5
        : NOT_FOUND;
  }
}
