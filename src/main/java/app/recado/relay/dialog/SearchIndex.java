package app.recado.relay.dialog;

import app.recado.relay.store.Dialect;
import app.recado.relay.store.Tx;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Full text of what was written, by {@code message.num}. Stateless. */
final class SearchIndex {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** A tsvector takes no words beyond 2,046 characters. */
  private static final int LONGEST_WORD = 200;

  private SearchIndex() {}

  static void add(Tx tx, long num, String text) {
    switch (tx.dialect()) {
      case SQLITE -> tx.run("INSERT INTO message_text (rowid, text) VALUES (?, ?)", num, text);
      case POSTGRESQL ->
          tx.run(
              "INSERT INTO message_text (num, words) VALUES (?,"
                  + " array_to_tsvector(string_to_array(?, ' ')))",
              num,
              words(text).stream().distinct().collect(Collectors.joining(" ")));
    }
  }

  static void remove(Tx tx, long num) {
    switch (tx.dialect()) {
      case SQLITE -> tx.run("DELETE FROM message_text WHERE rowid = ?", num);
      case POSTGRESQL -> tx.run("DELETE FROM message_text WHERE num = ?", num);
    }
  }

  /** The words of a text, accents and case folded. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = fold(matcher.group());
      if (!word.isEmpty()) {
        words.add(word.substring(0, Math.min(word.length(), LONGEST_WORD)));
      }
    }
    return words;
  }

  private static String fold(String word) {
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** The search expression for texts that have every word, each as the beginning of one. */
  static String expression(Dialect dialect, List<String> words) {
    return switch (dialect) {
      case SQLITE ->
          words.stream().map(word -> "\"" + word + "\"*").collect(Collectors.joining(" AND "));
      case POSTGRESQL ->
          words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    };
  }

  /**
   * The tables {@code m} (message) and {@code t} (its words) joined, and a condition with one
   * parameter: the expression.
   */
  static String source(Dialect dialect) {
    return switch (dialect) {
      case SQLITE ->
          " FROM message_text t JOIN message m ON m.num = t.rowid WHERE message_text MATCH ?"
              + " AND t.rowid < ?";
      case POSTGRESQL ->
          " FROM message_text t JOIN message m ON m.num = t.num WHERE t.words @@ ?::tsquery"
              + " AND t.num < ?";
    };
  }

  /** What the newest has the most of. */
  static String order(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> "t.rowid";
      case POSTGRESQL -> "t.num";
    };
  }
}
