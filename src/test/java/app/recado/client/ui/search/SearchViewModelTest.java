package app.recado.client.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.SearchResults;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
  private static final DialogItem JOAO = Pictures.mine().get(1);

  private final FakeDesk desk = Pictures.desk();
  private final SteppedTime time = new SteppedTime();
  private final List<String> opened = new ArrayList<>();
  private final SearchViewModel model =
      new SearchViewModel(
          desk,
          time,
          new Moments(ZoneId.of("America/Recife")),
          (dialog, message) -> opened.add(dialog + " " + message));

  @Test
  void searchesOnceTypingPauses() {
    find();
    model.queryProperty().set("tr");
    model.queryProperty().set("tra");
    assertThat(desk.calls).isEmpty();
    time.pass(Duration.ofMillis(200));
    assertThat(desk.calls).containsExactly("search tra");
    assertThat(model.hitsProperty().get())
        .extracting(SearchViewModel.Hit::shown)
        .containsExactly("Transportadora Alvorada", "a transportadora confirmou");
    assertThat(model.countProperty().get()).isEqualTo("2 results in this computer's cache");
  }

  @Test
  void theFirstIsMarkedAndEnterLeadsToTheMessage() {
    find();
    type("trans");
    assertThat(model.selectedProperty().get()).isZero();
    model.step(1);
    assertThat(model.open()).isTrue();
    assertThat(opened).containsExactly("dialog-joao m1");
    model.step(1);
    model.open();
    assertThat(opened).last().isEqualTo("dialog-joao null");
  }

  @Test
  void nothingFoundSaysSoAndOfflineSaysWhereItLooked() {
    type("zzz");
    assertThat(model.noteProperty().get())
        .isEqualTo("Nothing found for “zzz”. Try fewer words, or only the beginning of one.");
    desk.connection.set(new Connection(Connection.Status.OFFLINE, 0, Example.NOW, null));
    desk.searching = query -> new SearchResults(query, List.of(), List.of(), false, false);
    type("yyy");
    assertThat(model.noteProperty().get()).startsWith("Nothing on this computer for “yyy”");
    assertThat(model.open()).isFalse();
  }

  @Test
  void anEmptyQueryShowsTheHintAgain() {
    find();
    type("trans");
    model.queryProperty().set("");
    assertThat(model.hitsProperty().get()).isEmpty();
    assertThat(model.noteProperty().get()).isNotBlank();
  }

  private void find() {
    desk.searching =
        query ->
            new SearchResults(
                query,
                List.of(
                    new SearchResults.DialogHit(
                        JOAO, "Transportadora Alvorada", List.of(new SearchResults.Range(0, 5)))),
                List.of(
                    new SearchResults.MessageHit(
                        JOAO.id(),
                        new MessageId("m1"),
                        "João Pedro",
                        "a transportadora confirmou",
                        List.of(new SearchResults.Range(2, 7)),
                        false,
                        Example.NOW)),
                false,
                false);
  }

  private void type(String query) {
    model.queryProperty().set(query);
    time.pass(Duration.ofMillis(200));
  }
}
