package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.SearchResults;
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
}
