package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheReader;
import app.recado.client.cache.Durability;
import app.recado.protocol.Change;
import app.recado.protocol.MessagePage;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SyncPage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeApplierTest {
  private static final Row DIALOG = Example.dialog(Example.DIALOG, SessionStatus.NEW, null);

  @TempDir Path folder;
  private Cache cache;
  private CacheReader reader;
  private ChangeApplier applier;

  @BeforeEach
  void open() {
    cache = Cache.open(folder, Durability.OFF);
    reader = cache.reader();
    applier = new ChangeApplier(cache);
  }

  @AfterEach
  void close() {
    reader.close();
    cache.close();
  }

  private static Change put(Row row, long seq) {
    return new Change.Put(row, seq);
  }

  private Applied apply(String cursor, Change... changes) {
    return applier.apply(new SyncPage(List.of(changes), cursor, false, Example.START), true);
  }

  private List<String> texts() {
    return reader.from(Example.DIALOG, 1, 100).stream().map(MessageRow::text).toList();
  }

  @Test
  void rowsAndCursorGoTogether() {
    apply("a", put(DIALOG, 1), put(Example.message(Example.DIALOG, 1, "Oi"), 2));
    assertThat(cache.cursor()).isEqualTo("a");
    assertThat(cache.head()).isEqualTo(2);
    assertThat(texts()).containsExactly("Oi");
  }

  @Test
  void aPageThatComesAgainChangesNothing() {
    Change[] page = {put(DIALOG, 1), put(Example.message(Example.DIALOG, 1, "Oi"), 2)};
    apply("a", page);
    Applied again = apply("a", page);
    assertThat(again.rows()).isEmpty();
    assertThat(again.messages()).isEmpty();
  }

  @Test
  void anOlderVersionNeverReplacesANewerOne() {
    apply("a", put(DIALOG, 1), put(Example.message(Example.DIALOG, 1, "Olá"), 5));
    apply("b", put(Example.message(Example.DIALOG, 1, "Oi"), 3));
    assertThat(texts()).containsExactly("Olá");
  }

  @Test
  void wordsFollowTheTextThroughEditAndRemoval() {
    apply("a", put(DIALOG, 1), put(Example.message(Example.DIALOG, 1, "mesa Jatobá"), 2));
    assertThat(reader.search("\"jatoba\"*", text -> true, "\"jatoba\"*", 10)).hasSize(1);
    apply("b", put(Example.message(Example.DIALOG, 1, "mesa Ipê"), 3));
    assertThat(reader.search("\"jatoba\"*", text -> true, "\"jatoba\"*", 10)).isEmpty();
    assertThat(reader.search("\"ipe\"*", text -> true, "\"ipe\"*", 10)).hasSize(1);
    apply("c", new Change.Gone(RowKind.MESSAGE, Example.DIALOG + "-m1", 4));
    assertThat(reader.search("\"mesa\"*", text -> true, "\"mesa\"*", 10)).isEmpty();
    // whatever takes the number next is not found by the words of what went
    apply("d", put(Example.message(Example.DIALOG, 1, "cadeira"), 5));
    assertThat(reader.search("\"mesa\"*", text -> true, "\"mesa\"*", 10)).isEmpty();
  }

  @Test
  void messagesOfOneMomentAreAllKept() {
    for (int i = 1; i <= 200; i++) {
      MessageRow same = Example.message(Example.DIALOG, i, "n" + i);
      apply(
          "a" + i,
          put(DIALOG, 1),
          put(
              new MessageRow(
                  same.id(),
                  same.dialog(),
                  same.session(),
                  i,
                  same.author(),
                  same.text(),
                  false,
                  null,
                  List.of(),
                  List.of(),
                  Example.START,
                  null,
                  null,
                  same.delivery(),
                  null,
                  null),
              i + 1));
    }
    assertThat(cache.messages.count()).isEqualTo(200);
  }

  @Test
  void aDialogThatGoesTakesItsMessagesAndAnOldGoneDoesNothing() {
    apply("a", put(DIALOG, 1), put(Example.message(Example.DIALOG, 1, "Oi"), 2));
    apply("b", new Change.Gone(RowKind.DIALOG, Example.DIALOG.value(), 3));
    assertThat(cache.dialogs.seqOf(Example.DIALOG.value())).isNull();
    assertThat(texts()).isEmpty();
    apply("c", put(DIALOG, 9), put(Example.message(Example.DIALOG, 1, "Oi"), 9));
    apply("d", new Change.Gone(RowKind.DIALOG, Example.DIALOG.value(), 3));
    assertThat(texts()).containsExactly("Oi");
  }

  @Test
  void historyOfADialogThatWentMeanwhileStaysOut() {
    MessagePage page =
        new MessagePage(
            List.of(new MessagePage.Sequenced(Example.message(Example.DIALOG, 1, "Oi"), 1)), false);
    assertThat(applier.history(Example.DIALOG, page)).isZero();
    apply("a", put(DIALOG, 1));
    assertThat(applier.history(Example.DIALOG, page)).isEqualTo(1);
    assertThat(texts()).containsExactly("Oi");
  }

  @Test
  void aFreshSnapshotReplacesWhatItDoesNotConfirmEvenWithLowerNumbers() {
    apply(
        "a",
        put(DIALOG, 11),
        put(Example.customer("c2", "Ana"), 12),
        put(Example.message(Example.DIALOG, 1, "lost by the restore"), 13),
        put(Example.message(Example.DIALOG, 2, "newer"), 14));
    cache.beginRebuild();
    assertThat(cache.cursor()).isNull();
    assertThat(texts()).as("shown meanwhile").hasSize(2);
    Applied first =
        applier.apply(
            new SyncPage(
                List.of(put(DIALOG, 3), put(Example.message(Example.DIALOG, 2, "older"), 4)),
                "b",
                true,
                Example.START),
            false);
    assertThat(first.messages()).containsExactly(Example.DIALOG);
    assertThat(cache.isRebuilding()).isTrue();
    apply("c");
    assertThat(cache.isRebuilding()).isFalse();
    assertThat(texts()).containsExactly("older");
    assertThat(cache.customers.seqOf("c2")).isNull();
  }
}
