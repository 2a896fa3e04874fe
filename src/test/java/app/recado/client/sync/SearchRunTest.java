package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.SearchResults;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessagePage;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchRunTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
  }

  private DeskSession desk() {
    return world.desk;
  }

  private final List<SearchResults> heard = new ArrayList<>();

  private void filled() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.relay.history =
        new MessagePage(
            List.of(
                new MessagePage.Sequenced(Example.message(Example.DIALOG, 7, "A mesa chegou"), 90),
                new MessagePage.Sequenced(
                    Example.message(Example.DIALOG, 1, "Oi! Ainda tem a mesa Jatobá?"), 1)),
            false);
  }

  private static List<String> found(SearchResults results) {
    return results.messages().stream().map(hit -> hit.message().value()).toList();
  }

  @Test
  void theRelaysAnswerIsMergedWithWhatIsHere() {
    filled();
    desk().search("mesa", heard::add);
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().relayAnswered()).isFalse();
    assertThat(found(heard.getFirst())).containsExactly("d1-m1");
    world.time.settle();
    assertThat(heard).hasSize(2);
    assertThat(heard.getLast().relayAnswered()).isTrue();
    assertThat(found(heard.getLast())).containsExactly("d1-m7", "d1-m1");
  }

  @Test
  void onlyTheLatestSearchAnswers() {
    filled();
    desk().search("mesa", heard::add);
    desk().search("jatoba", heard::add);
    world.time.settle();
    assertThat(heard)
        .extracting(SearchResults::query, SearchResults::relayAnswered)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mesa", false),
            org.assertj.core.groups.Tuple.tuple("jatoba", false),
            org.assertj.core.groups.Tuple.tuple("jatoba", true));
  }

  @Test
  void offlineTheCacheAnswersAlone() {
    filled();
    desk().workOffline(true);
    world.time.settle();
    desk().search("jatoba", heard::add);
    world.time.settle();
    assertThat(heard).extracting(SearchResults::relayAnswered).containsExactly(false);
    assertThat(found(heard.getFirst())).containsExactly("d1-m1");
  }

  @Test
  void afterAHashStandsWhatTheDialogMustBeTaggedWith() {
    filled();
    world.relay.put(
        Example.dialog(Example.DIALOG, SessionStatus.ACCEPTED, Example.ME)
            .tagged(List.of("troca de cor", "VIP")));
    desk().workOffline(true);
    desk().workOffline(false);
    world.time.settle();
    desk().search("#vip", heard::add);
    world.time.settle();
    assertThat(heard.getLast().dialogs()).hasSize(1);
    assertThat(heard.getLast().messages()).isEmpty();
    desk().search("mesa #cor #vi", heard::add);
    world.time.settle();
    assertThat(found(heard.getLast())).containsExactly("d1-m7", "d1-m1");
    desk().search("mesa #frete", heard::add);
    world.time.settle();
    assertThat(heard.getLast().dialogs()).isEmpty();
    assertThat(found(heard.getLast())).isEmpty();
    desk().search("troca", heard::add);
    world.time.settle();
    assertThat(heard.getLast().dialogs()).hasSize(1);
  }

  @Test
  void dialogsAreFoundByEveryWordOfWhatTheyAreCalled() {
    filled();
    assertThat(dialogs("marina")).containsExactly("Marina Rocha");
    assertThat(dialogs("RÓCHA mar")).containsExactly("Marina Rocha");
    assertThat(dialogs("marina silva")).isEmpty();
    assertThat(dialogs("arina")).isEmpty();
  }

  @Test
  void phonesAreFoundHoweverTheyAreWritten() {
    filled();
    String found = "Marina Rocha · +55 81 99555-0142";
    assertThat(dialogs("995550142")).containsExactly(found);
    assertThat(dialogs("81 99555")).containsExactly(found);
    assertThat(dialogs("0142")).containsExactly(found);
    assertThat(dialogs("550")).isEmpty();
  }

  @Test
  void whatADialogIsCalledAnewFindsIt() {
    filled();
    assertThat(dialogs("marina")).hasSize(1);
    assertThat(dialogs("frete")).isEmpty();
    world.relay.put(
        Example.dialog(Example.DIALOG, SessionStatus.ACCEPTED, Example.ME)
            .tagged(List.of("frete")));
    world.relay.put(Example.customer("c1", "Mariana Paz"));
    look();
    assertThat(dialogs("frete")).containsExactly("Mariana Paz · +55 81 99555-0142 · #frete");
    assertThat(dialogs("marina")).isEmpty();
    assertThat(dialogs("paz mariana")).containsExactly("Mariana Paz");
  }

  @Test
  void wordsAreNotFoundAcrossTwoDialogs() {
    filled();
    world.relay.put(Example.customer("c2", "Otávio Melo"));
    world.relay.put(
        Example.dialog(
            new DialogId("d2"), "c2", SessionStatus.ACCEPTED, Example.ME, Example.START, 1));
    look();
    assertThat(dialogs("otavio")).containsExactly("Otávio Melo");
    assertThat(dialogs("marina melo")).isEmpty();
    assertThat(dialogs("o")).containsExactly("Otávio Melo");
    assertThat(dialogs("m")).containsExactlyInAnyOrder("Marina Rocha", "Otávio Melo");
  }

  private void look() {
    desk().workOffline(true);
    desk().workOffline(false);
    world.time.settle();
  }

  private List<String> dialogs(String query) {
    heard.clear();
    desk().search(query, heard::add);
    return heard.getFirst().dialogs().stream().map(SearchResults.DialogHit::shown).toList();
  }
}
