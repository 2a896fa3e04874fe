package app.recado.client.sync;

import app.recado.client.state.SearchResults.Range;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Compares text as the full-text index does: without accents and case, word by word. Pure. */
public final class Folding {
  private static final int BEFORE_MATCH = 30;
  private static final int SNIPPET = 140;

  /** The beginnings of which the full-text index keeps lists have so many letters. */
  private static final int SHORTEST_LISTED = 2;

  private static final int LONGEST_LISTED = 3;

  /** Below lies what European names are written with, and no mark that joins its neighbour. */
  private static final int LATIN = 0x250;

  private static final char SEVERAL = '\uffff';

  /** Folded beforehand: a search looks at the names of ten thousand dialogs. */
  private static final char[] FOLDED = foldLatin();

  private Folding() {}

  /** The words of a query, folded. */
  public static List<String> words(String query) {
    List<String> words = new ArrayList<>();
    for (Range range : wordRanges(query)) {
      words.add(fold(query.substring(range.from(), range.to())));
    }
    return words;
  }

  /** The expression that finds every word as a prefix. */
  static String match(List<String> words) {
    StringBuilder expression = new StringBuilder();
    for (String word : words) {
      expression.append('"').append(word.replace("\"", "\"\"")).append("\"* ");
    }
    return expression.toString().strip();
  }

  /** As {@link #match}, of no more than the index keeps a list of; finds others, too. */
  static String near(List<String> words) {
    return match(
        words.stream()
            .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_LISTED)
            .map(Folding::listed)
            .toList());
  }

  private static String listed(String word) {
    int length = Math.min(LONGEST_LISTED, word.codePointCount(0, word.length()));
    return word.substring(0, word.offsetByCodePoints(0, length));
  }

  /** Whether every word begins some word of the text. */
  public static boolean matchesAll(String text, List<String> words) {
    String folded = fold(text);
    for (String word : words) {
      if (!beginsAWord(folded, word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginsAWord(String folded, String word) {
    return beginning(folded, word, 0, folded.length()) >= 0;
  }

  /** Where a word first begins like this within a part of a folded text; negative if none does. */
  static int beginning(String folded, String word, int from, int to) {
    int at = folded.indexOf(word, from, to);
    while (at > 0 && Character.isLetterOrDigit(folded.codePointBefore(at))) {
      at = folded.indexOf(word, at + 1, to);
    }
    return at;
  }

  /** Where words of the text begin with one of the words; only what was asked for, not the rest. */
  public static List<Range> ranges(String text, List<String> words) {
    List<Range> found = new ArrayList<>();
    List<String> longestFirst =
        words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    for (Range range : wordRanges(text)) {
      String own = text.substring(range.from(), range.to());
      for (String word : longestFirst) {
        if (fold(own).startsWith(word)) {
          found.add(new Range(range.from(), range.from() + unfoldedLength(own, word.length())));
          break;
        }
      }
    }
    return found;
  }

  /** One line around the first match. */
  static String snippet(String text, List<String> words) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= SNIPPET) {
      return line;
    }
    List<Range> ranges = ranges(line, words);
    int match = ranges.isEmpty() ? 0 : ranges.getFirst().from();
    int from = match <= SNIPPET - BEFORE_MATCH ? 0 : match - BEFORE_MATCH;
    while (from > 0 && from < match && line.charAt(from - 1) != ' ') {
      from++;
    }
    int to = Math.min(line.length(), from + SNIPPET);
    if (to < line.length() && Character.isHighSurrogate(line.charAt(to - 1))) {
      to--;
    }
    return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
  }

  public static String fold(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      char letter = text.charAt(i);
      if (letter >= FOLDED.length || FOLDED[letter] == SEVERAL) {
        return foldAny(text);
      }
      folded[i] = FOLDED[letter];
    }
    return new String(folded);
  }

  private static String foldAny(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static char[] foldLatin() {
    char[] folded = new char[LATIN];
    for (char letter = 0; letter < LATIN; letter++) {
      String its = foldAny(Character.toString(letter));
      folded[letter] = its.length() == 1 ? its.charAt(0) : SEVERAL;
    }
    return folded;
  }

  /** How many units of the text give so many folded ones. */
  private static int unfoldedLength(String text, int folded) {
    int at = 0;
    while (at < text.length()) {
      at = text.offsetByCodePoints(at, 1);
      if (fold(text.substring(0, at)).length() >= folded) {
        break;
      }
    }
    while (at < text.length()
        && Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK) {
      at = text.offsetByCodePoints(at, 1);
    }
    return at;
  }

  private static List<Range> wordRanges(String text) {
    List<Range> ranges = new ArrayList<>();
    int start = -1;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean inWord =
          Character.isLetterOrDigit(point)
              || (start >= 0 && Character.getType(point) == Character.NON_SPACING_MARK);
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        ranges.add(new Range(start, at));
        start = -1;
      }
      at += Character.charCount(point);
    }
    if (start >= 0) {
      ranges.add(new Range(start, text.length()));
    }
    return ranges;
  }
}
