package app.recado.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Author;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTableTest {
  private static final DialogId FIRST = new DialogId("d1");
  private static final DialogId SECOND = new DialogId("d2");

  @TempDir Path folder;
  private Cache cache;
  private CacheReader reader;

  @BeforeEach
  void open() {
    cache = Cache.open(folder, Durability.OFF);
    reader = cache.reader();
  }

  @AfterEach
  void close() {
    reader.close();
    cache.close();
  }

  private static MessageRow message(DialogId dialog, String id, long position, String text) {
    return new MessageRow(
        new MessageId(id),
        dialog,
        new SessionId("s1"),
        position,
        new Author(AuthorKind.CUSTOMER, "c1"),
        text,
        false,
        null,
        List.of(),
        List.of(),
        Instant.EPOCH.plusSeconds(position),
        null,
        null,
        Delivery.SENT,
        null,
        null);
  }

  private void put(long seq, MessageRow... messages) {
    List<MessageTable.Numbered> numbered =
        List.of(messages).stream().map(row -> new MessageTable.Numbered(row, seq)).toList();
    cache.messages.put(numbered, false, row -> false);
  }

  private List<String> of(DialogId dialog) {
    return reader.from(dialog, 0, 100).stream().map(row -> row.id().value()).toList();
  }

  private List<String> found(String word) {
    String near = word.length() < 2 ? "" : beginning(word.substring(0, Math.min(3, word.length())));
    return reader
        .search(near, text -> (" " + text).contains(" " + word), beginning(word), 3)
        .stream()
        .map(row -> row.id().value())
        .toList();
  }

  private static String beginning(String letters) {
    return '"' + letters + "\"*";
  }

  @Test
  void messagesLieByDialogAndPositionAndAreFoundByTime() {
    put(1, message(SECOND, "b2", 4, "mesa"), message(FIRST, "a2", 9, "mesa azul"));
    put(2, message(FIRST, "a1", 3, "cadeira e mesa"), message(SECOND, "b1", 2, "sofá"));
    assertThat(of(FIRST)).containsExactly("a1", "a2");
    assertThat(of(SECOND)).containsExactly("b1", "b2");
    assertThat(found("mesa")).containsExactly("a2", "b2", "a1");
  }

  @Test
  void theNewestAreFoundAmongManyThatBeginLikeThem() {
    put(1, message(FIRST, "rare", 1, "o mesquita"));
    for (int i = 2; i < 300; i++) {
      put(1, message(FIRST, "m" + i, i, i % 100 == 0 ? "mestre" : "a mesa"));
    }
    assertThat(found("mesquita")).containsExactly("rare");
    assertThat(found("mestre")).containsExactly("m200", "m100");
    assertThat(found("mesa")).containsExactly("m299", "m298", "m297");
    assertThat(found("me")).containsExactly("m299", "m298", "m297");
    assertThat(found("a")).containsExactly("m299", "m298", "m297");
    assertThat(found("o")).containsExactly("rare");
    assertThat(found("x")).isEmpty();
    assertThat(found("xi")).isEmpty();
  }

  @Test
  void twoMessagesMayStandAtOnePositionUntilTheRelayHasSaidWhichIsGone() {
    put(1, message(FIRST, "old", 5, "mesa"));
    put(2, message(FIRST, "new", 5, "mesa"));
    assertThat(of(FIRST)).containsExactlyInAnyOrder("old", "new");
    cache.messages.remove(List.of("old"), 3);
    assertThat(of(FIRST)).containsExactly("new");
    assertThat(found("mesa")).containsExactly("new");
  }

  @Test
  void whatChangedMovesAndIsFoundByItsNewWordsOnly() {
    put(1, message(FIRST, "a1", 1, "mesa"), message(FIRST, "a2", 2, "sofá"));
    put(2, message(FIRST, "a1", 7, "cadeira"));
    assertThat(of(FIRST)).containsExactly("a2", "a1");
    assertThat(found("mesa")).isEmpty();
    assertThat(found("cadeira")).containsExactly("a1");
    put(3, message(SECOND, "a1", 1, "cadeira"));
    assertThat(of(FIRST)).containsExactly("a2");
    assertThat(of(SECOND)).containsExactly("a1");
    put(2, message(FIRST, "a1", 7, "velha"));
    assertThat(of(SECOND)).containsExactly("a1");
  }

  @Test
  void openingADialogReadsOnlyWhereItLies() throws Exception {
    try (Database database = Database.openReading(Cache.file(folder));
        ResultSet plan =
            database
                .prepare(
                    "EXPLAIN QUERY PLAN SELECT text FROM message"
                        + " WHERE dialog = 'd1' AND position < 9 ORDER BY position DESC LIMIT 5")
                .executeQuery()) {
      assertThat(plan.next()).isTrue();
      assertThat(plan.getString("detail"))
          .isEqualTo("SEARCH message USING PRIMARY KEY (dialog=? AND position<?)");
      assertThat(plan.next()).isFalse();
    }
  }
}
