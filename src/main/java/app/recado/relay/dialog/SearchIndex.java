package app.recado.relay.dialog;

import app.recado.protocol.Json;
import app.recado.protocol.RowKind;
import app.recado.relay.store.Database;
import app.recado.relay.store.Dialect;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import com.google.gson.JsonObject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Full text of what was written, by {@code message.num}. New messages are taken in some time after
 * they are stored, many at once, since each commit that writes to the index writes a segment of it;
 * what changes or goes is changed in the same transaction. Stateless.
 */
final class SearchIndex {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Few enough that who waits for the writer does not notice. */
  private static final int BATCH = 500;

  /** SQLite keeps the order of a cross join; left to itself it would go through all messages. */
  private static final String STORED =
      """
      FROM message m CROSS JOIN change c
      WHERE m.num > ? AND m.num <= ? AND c.kind = ? AND c.row_key = m.id
      """;

  /** A tsvector takes no words beyond 2,046 characters. */
  private static final int LONGEST_WORD = 200;

  private SearchIndex() {}

  /** Makes found whatever was stored before. */
  static void catchUp(Database database, Writer writer) {
    long newest = database.look(SearchIndex::newestLacking);
    long indexed = 0;
    while (indexed < newest) {
      indexed = writer.write(SearchIndex::advance);
    }
  }

  /** The number of the newest message if the index lacks it; else 0. */
  private static long newestLacking(Tx tx) {
    return tx.number(
        "SELECT MAX(num) FROM message WHERE num > (SELECT indexed FROM counter WHERE id = 1)");
  }

  /**
   * Takes in the next messages, as they are now.
   *
   * @return the number up to which all are in it
   */
  private static long advance(Write write) {
    Tx tx = write.tx();
    long indexed = indexed(tx);
    long last =
        tx.number(
            "SELECT MAX(num) FROM (SELECT num FROM message WHERE num > ? ORDER BY num LIMIT ?) n",
            indexed,
            BATCH);
    if (last == 0) {
      return Long.MAX_VALUE; // another was faster
    }
    add(tx, indexed, last);
    tx.run("UPDATE counter SET indexed = ? WHERE id = 1", last);
    return last;
  }

  /** Takes in what became of a message; if it is not in it yet, {@link #advance} will. */
  static void replace(Tx tx, long num) {
    if (num > indexed(tx)) {
      return;
    }
    switch (tx.dialect()) {
      case SQLITE -> tx.run("DELETE FROM message_text WHERE rowid = ?", num);
      case POSTGRESQL -> tx.run("DELETE FROM message_text WHERE num = ?", num);
    }
    add(tx, num - 1, num);
  }

  private static long indexed(Tx tx) {
    return tx.number("SELECT indexed FROM counter WHERE id = 1");
  }

  /** Takes in the messages after one number up to another. */
  private static void add(Tx tx, long after, long last) {
    switch (tx.dialect()) {
      case SQLITE ->
          tx.run(
              "INSERT INTO message_text (rowid, text) SELECT m.num, c.data ->> 'text' "
                  + STORED
                  + " AND c.data ->> 'text' <> ''",
              after,
              last,
              RowKind.MESSAGE.ordinal());
      case POSTGRESQL -> {
        List<String> lines =
            tx
                .list(
                    "SELECT m.num, c.data " + STORED,
                    row -> row.number(1) + ":" + distinctWords(row.text(2)),
                    after,
                    last,
                    RowKind.MESSAGE.ordinal())
                .stream()
                .filter(line -> !line.endsWith(":"))
                .toList();
        tx.run(
            """
            INSERT INTO message_text (num, words)
            SELECT split_part(line, ':', 1)::bigint,
              array_to_tsvector(string_to_array(split_part(line, ':', 2), ' '))
            FROM unnest(string_to_array(?, ';')) line
            """,
            String.join(";", lines));
      }
    }
  }

  private static String distinctWords(String message) {
    String text = Json.read(message, JsonObject.class).get("text").getAsString();
    return words(text).stream().distinct().collect(Collectors.joining(" "));
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
