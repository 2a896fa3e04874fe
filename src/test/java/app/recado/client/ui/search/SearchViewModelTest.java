package app.recado.client.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.SearchResults;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Offer;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.MessageId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
  private static final DialogItem JOAO = Pictures.mine().get(1);

  private final FakeDesk desk = Pictures.desk();
  private final SteppedTime time = new SteppedTime();
  private final List<String> opened = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final SearchViewModel model =
      new SearchViewModel(
          desk,
          time,
          new Moments(ZoneId.of("America/Recife")),
          new Register(this::actions, this::offers),
          (dialog, message) -> opened.add(dialog + " " + message));

  @Test
  void searchesOnceTypingPauses() {
    find();
    model.queryProperty().set("alv");
    model.queryProperty().set("alvo");
    assertThat(desk.calls).isEmpty();
    time.pass(Duration.ofMillis(200));
    assertThat(desk.calls).containsExactly("search alvo");
    assertThat(found()).containsExactly("Transportadora Alvorada", "a transportadora confirmou");
    assertThat(model.countProperty().get()).isEqualTo("2 results in this computer's cache");
  }

  @Test
  void theFirstIsMarkedAndEnterLeadsToTheMessage() {
    find();
    type("alvor");
    assertThat(model.selectedProperty().get()).isZero();
    model.step(1);
    choose();
    assertThat(opened).containsExactly("dialog-joao m1");
    model.step(1);
    choose();
    assertThat(opened).last().isEqualTo("dialog-joao null");
  }

  @Test
  void whatCanBeDoneIsThereAtOnceWhateverTheAccents() {
    model.queryProperty().set("configuracoes");
    assertThat(desk.calls).isEmpty();
    assertThat(found()).containsExactly("Configurações");
    choose();
    assertThat(done).containsExactly("Configurações");
  }

  @Test
  void whatCannotBeDoneComesLastSaysWhyAndIsNotDone() {
    find();
    type("trans");
    assertThat(found())
        .startsWith(
            "Transfer conversation…",
            "Transfer to Paula Reis",
            "Export transcript…",
            "Transfer to another portal");
    Hit.Doing other = (Hit.Doing) model.hitsProperty().get().get(3);
    assertThat(other.refusal()).isEqualTo("needs the network");
    model.select(3);
    assertThat(model.chosen()).isNull();
    assertThat(((Hit.Doing) model.hitsProperty().get().get(1)).note()).isEqualTo("last used");
    assertThat(model.hitsProperty().get().getFirst().matches())
        .containsExactly(new SearchResults.Range(0, 5));
  }

  @Test
  void enterDuringASearchWaitsForWhatItFinds() {
    type("zzz");
    find();
    model.queryProperty().set("alvorada");
    assertThat(model.chosen()).isNull();
    model.onceFound(this::choose);
    assertThat(opened).isEmpty();
    time.pass(Duration.ofMillis(200));
    assertThat(opened).containsExactly("dialog-joao null");
  }

  @Test
  void aLaterAnswerLeavesTheMarkWhereItWasPut() {
    find();
    type("trans");
    model.step(-1);
    assertThat(found().get(model.selectedProperty().get())).isEqualTo("a transportadora confirmou");
    time.pass(Duration.ofMillis(200));
    desk.answerAgain();
    assertThat(found().get(model.selectedProperty().get())).isEqualTo("a transportadora confirmou");
  }

  @Test
  void thePreviewShowsTheMessageAmongItsNeighboursAndReadsNothing() {
    DialogItem marina = Pictures.mine().getFirst();
    desk.searching =
        query ->
            results(
                List.of(
                    new SearchResults.MessageHit(
                        marina.id(),
                        new MessageId("dialog-marina-5"),
                        "Marina Rocha",
                        "Ela precisa caber nesse espaço",
                        List.of(),
                        false,
                        Example.NOW)));
    type("caber");
    model.togglePreview();
    model.step(0);
    model.select(model.hitsProperty().get().size() - 1);
    assertThat(model.peek().linesProperty().get())
        .extracting(Peek.Line::text)
        .contains("Ela precisa caber nesse espaço", "E o frete para Recife, quanto fica?");
    assertThat(model.peek().linesProperty().get()).filteredOn(Peek.Line::found).hasSize(1);
    assertThat(desk.calls)
        .noneMatch(call -> call.startsWith("markRead") || call.startsWith("seen"));
    model.togglePreview();
    assertThat(model.peek().linesProperty().get()).isEmpty();
    assertThat(desk.timeline(marina.id()).closed).isTrue();
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
    assertThat(model.chosen()).isNull();
  }

  @Test
  void anEmptyQueryOffersWhatCanBeDoneNow() {
    find();
    type("trans");
    model.queryProperty().set("");
    assertThat(found())
        .containsExactly(
            "Transfer conversation…",
            "Export transcript…",
            "Configurações",
            "Transfer to Paula Reis");
    assertThat(model.noteProperty().get()).isNotBlank();
  }

  private List<Action> actions() {
    return List.of(
        Action.named(
                "transfer", Texts.of("conversation"), Icon.ARROW_RIGHT_LEFT, Topic.CONVERSATION)
            .keys(Scope.READING, Shortcut.key(KeyCode.T))
            .does(() -> done.add("transfer")));
  }

  private List<Offer> offers() {
    return List.of(
        offer("Export transcript…", "", Standing.ready()),
        offer("Configurações", "", Standing.ready()),
        offer("Transfer to Paula Reis", "last used", Standing.ready()),
        offer("Transfer to another portal", "", Standing.refused("needs the network")));
  }

  private Offer offer(String name, String note, Standing standing) {
    return new Offer(Icon.CHECK, name, note, standing, () -> done.add(name));
  }

  private List<String> found() {
    return model.hitsProperty().get().stream().map(Hit::shown).toList();
  }

  private void choose() {
    Runnable chosen = model.chosen();
    assertThat(chosen).isNotNull();
    Objects.requireNonNull(chosen).run();
  }

  private void find() {
    desk.searching =
        query ->
            results(
                List.of(
                    new SearchResults.MessageHit(
                        JOAO.id(),
                        new MessageId("m1"),
                        "João Pedro",
                        "a transportadora confirmou",
                        List.of(new SearchResults.Range(2, 7)),
                        false,
                        Example.NOW)));
  }

  private static SearchResults results(List<SearchResults.MessageHit> messages) {
    return new SearchResults(
        "",
        List.of(
            new SearchResults.DialogHit(
                JOAO, "Transportadora Alvorada", List.of(new SearchResults.Range(0, 5)))),
        messages,
        false,
        false);
  }

  private void type(String query) {
    model.queryProperty().set(query);
    time.pass(Duration.ofMillis(200));
  }
}
