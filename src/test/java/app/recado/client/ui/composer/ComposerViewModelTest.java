package app.recado.client.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.SteppedTime;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import app.recado.protocol.SessionStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final DialogItem JOAO = Pictures.mine().get(1);
  private static final Quote WHISPERED =
      new Quote(new MessageId("w"), "Bruno Lima", "dá para manter os 5%?", true);
  private static final Quote PUBLIC =
      new Quote(new MessageId("q"), "Marina Rocha", "quanto fica?", false);

  private final FakeDesk desk = Pictures.desk();
  private final SteppedTime time = new SteppedTime();
  private final ComposerViewModel model = new ComposerViewModel(desk, time, id -> null);

  @Test
  void sendsAndEmptiesTheField() {
    model.open(MARINA.id());
    type("Para Recife fica R$ 189. ");
    model.send();
    assertThat(calls("send"))
        .containsExactly("send dialog-marina Para Recife fica R$ 189. public -");
    assertThat(text()).isEmpty();
    assertThat(model.canUndo()).isFalse();
  }

  @Test
  void blankTextIsNotSent() {
    model.open(MARINA.id());
    type("  \n ");
    model.send();
    assertThat(model.sendableProperty().get()).isFalse();
    assertThat(calls("send")).isEmpty();
  }

  @Test
  void eachDialogKeepsItsTextCaretAndUndo() {
    model.open(MARINA.id());
    type("para Marina");
    model.caretAt(4);
    model.open(JOAO.id());
    assertThat(text()).isEmpty();
    assertThat(model.canUndo()).isFalse();
    type("para João");
    model.undo();
    assertThat(text()).isEqualTo("para ");
    int[] caret = {-1};
    model.onCaret(at -> caret[0] = at);
    model.open(MARINA.id());
    assertThat(text()).isEqualTo("para Marina");
    assertThat(caret[0]).isEqualTo(4);
    model.undo();
    assertThat(text()).isEqualTo("para ");
  }

  @Test
  void draftsAreKeptEverySoOftenAndNotPerKey() {
    model.open(MARINA.id());
    type("a");
    type("ab");
    time.pass(Duration.ofMillis(200));
    assertThat(calls("saveDraft")).isEmpty();
    assertThat(model.draftStateProperty().get()).isEmpty();
    time.pass(Duration.ofMillis(100));
    assertThat(calls("saveDraft")).containsExactly("saveDraft dialog-marina REPLY ab");
    time.pass(Duration.ofSeconds(1));
    assertThat(model.draftStateProperty().get()).isEqualTo("Draft saved");
  }

  /** A second of typing may be lost, however long somebody types without a pause. */
  @Test
  void whoTypesOnWithoutAPauseIsNotKeptWaiting() {
    model.open(MARINA.id());
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      typed.append('a');
      type(typed.toString());
      time.pass(Duration.ofMillis(100));
    }
    List<String> kept = calls("saveDraft");
    assertThat(kept).hasSizeBetween(10, 25);
    assertThat(kept.getLast().length())
        .isGreaterThan("saveDraft dialog-marina REPLY ".length() + typed.length() - 4);
  }

  @Test
  void leavingADialogKeepsTheDraftAtOnce() {
    model.open(MARINA.id());
    type("quase");
    model.open(JOAO.id());
    assertThat(calls("saveDraft")).containsExactly("saveDraft dialog-marina REPLY quase");
  }

  @Test
  void offlineTheButtonQueuesAndTheDraftIsSaidToBeHere() {
    desk.connection.set(new Connection(Connection.Status.OFFLINE, 1, Example.NOW, null));
    model.open(MARINA.id());
    type("x");
    time.pass(Duration.ofSeconds(2));
    assertThat(model.sendKindProperty().get()).isEqualTo(SendKind.QUEUE);
    assertThat(model.draftStateProperty().get()).isEqualTo("Draft saved on this computer");
  }

  @Test
  void whisperSticksToTheDialogAndHasItsOwnDraft() {
    model.open(MARINA.id());
    type("para o cliente");
    model.toggleWhisper();
    assertThat(text()).isEmpty();
    type("para a equipe");
    model.open(JOAO.id());
    assertThat(model.whisperProperty().get()).isFalse();
    model.open(MARINA.id());
    assertThat(model.whisperProperty().get()).isTrue();
    assertThat(text()).isEqualTo("para a equipe");
    model.send();
    assertThat(calls("send")).containsExactly("send dialog-marina para a equipe whisper -");
    model.toggleWhisper();
    assertThat(text()).isEqualTo("para o cliente");
  }

  @Test
  void aWhisperIsQuotedOnlyInAWhisper() {
    model.open(MARINA.id());
    type("visível para todos");
    model.quote(WHISPERED);
    assertThat(model.whisperProperty().get()).isTrue();
    type("sim");
    model.send();
    assertThat(calls("send")).containsExactly("send dialog-marina sim whisper w");
    model.quote(WHISPERED);
    model.toggleWhisper();
    assertThat(model.quoteProperty().get()).isNull();
    model.send();
    assertThat(calls("send")).last().isEqualTo("send dialog-marina visível para todos public -");
  }

  @Test
  void aQuoteGoesWithTheMessageAndCanBeRemoved() {
    model.open(MARINA.id());
    model.quote(PUBLIC);
    type("R$ 189");
    model.send();
    assertThat(calls("send")).containsExactly("send dialog-marina R$ 189 public q");
    assertThat(model.quoteProperty().get()).isNull();
    model.quote(PUBLIC);
    model.dropQuote();
    type("só isto");
    model.send();
    assertThat(calls("send")).last().isEqualTo("send dialog-marina só isto public -");
  }

  @Test
  void editingLeavesTheDraftAloneAndEscBringsItBack() {
    model.open(MARINA.id());
    type("rascunho");
    var own = Example.message(MARINA, 3, "Olá!", Example.NOW, Pictures.BRUNO, true);
    model.edit(own);
    assertThat(text()).isEqualTo("Olá!");
    type("Olá, Marina!");
    time.pass(Duration.ofSeconds(5));
    assertThat(calls("saveDraft")).containsExactly("saveDraft dialog-marina REPLY rascunho");
    model.cancelEdit();
    assertThat(text()).isEqualTo("rascunho");
    model.edit(own);
    type("Olá, Marina!");
    model.send();
    assertThat(calls("edit")).containsExactly("edit dialog-marina dialog-marina-3 Olá, Marina!");
    assertThat(calls("send")).isEmpty();
    assertThat(text()).isEqualTo("rascunho");
  }

  @Test
  void aChangeWaitsWhileAnotherDialogIsOpen() {
    model.open(MARINA.id());
    model.edit(Example.message(MARINA, 3, "Olá!", Example.NOW, Pictures.BRUNO, true));
    type("Olá, Marina!");
    model.open(JOAO.id());
    assertThat(model.editedProperty().get()).isNull();
    assertThat(text()).isEmpty();
    model.open(MARINA.id());
    assertThat(model.editedProperty().get()).isNotNull();
    assertThat(text()).isEqualTo("Olá, Marina!");
    model.send();
    assertThat(calls("edit")).containsExactly("edit dialog-marina dialog-marina-3 Olá, Marina!");
    model.open(JOAO.id());
    model.open(MARINA.id());
    assertThat(model.editedProperty().get()).isNull();
  }

  @Test
  void aChangeLaidAsideGoesOnWhereItWas() {
    var own = Example.message(MARINA, 3, "Olá!", Example.NOW, Pictures.BRUNO, true);
    model.open(MARINA.id());
    model.edit(own);
    type("Olá, Marina!");
    model.quote(PUBLIC);
    assertThat(text()).isEmpty();
    model.edit(own);
    assertThat(text()).isEqualTo("Olá, Marina!");
    model.cancelEdit();
    model.edit(own);
    assertThat(text()).isEqualTo("Olá!");
  }

  @Test
  void aChangeOutlivesAnotherLanguage() {
    model.open(MARINA.id());
    model.edit(Example.message(MARINA, 3, "Olá!", Example.NOW, Pictures.BRUNO, true));
    type("Olá, Marina!");
    ComposerViewModel retold = new ComposerViewModel(desk, time, id -> null);
    retold.resume(model);
    retold.open(MARINA.id());
    assertThat(retold.editedProperty().get()).isNotNull();
    assertThat(retold.textProperty().get()).isEqualTo("Olá, Marina!");
  }

  @Test
  void aMessageThatMayNotBeEditedIsNot() {
    model.open(MARINA.id());
    model.edit(Example.message(MARINA, 2, "Oi", Example.NOW, null, false));
    assertThat(model.editedProperty().get()).isNull();
  }

  @Test
  void theReasonIsSaidInWordsAndAWhisperStillGoes() {
    desk.refusals.put(MARINA.id(), "notParticipant");
    model.open(MARINA.id());
    assertThat(model.refusalProperty().get()).startsWith("You are not in this conversation");
    type("oi");
    model.send();
    assertThat(calls("send")).isEmpty();
    model.toggleWhisper();
    assertThat(model.refusalProperty().get()).isEmpty();
    type("vou assumir?");
    model.send();
    assertThat(calls("send")).containsExactly("send dialog-marina vou assumir? whisper -");
  }

  @Test
  void everyReasonOfTheDeskHasASentence() {
    for (String reason :
        List.of("notAccepted", "closed", "spam", "notParticipant", "channelOff", "unknown")) {
      desk.refusals.put(MARINA.id(), reason);
      model.open(null);
      model.open(MARINA.id());
      assertThat(model.refusalProperty().get()).as(reason).isNotBlank();
    }
  }

  @Test
  void nothingIsWrittenBeforeSomebodyAnswered() {
    model.open(Pictures.unanswered().getFirst().id());
    assertThat(model.shownProperty().get()).isFalse();
  }

  @Test
  void anEndedDialogIsReopenedByItsFirstMessage() {
    desk.inbox.put(Tab.CLOSED, Pictures.marina().status(SessionStatus.CLOSED).build());
    desk.refusals.put(MARINA.id(), "closed");
    model.open(MARINA.id());
    assertThat(model.reopenableProperty().get()).isTrue();
    model.reopen();
    assertThat(model.refusalProperty().get()).isEmpty();
    assertThat(model.sendKindProperty().get()).isEqualTo(SendKind.REOPEN);
    type("Tudo certo com a mesa?");
    model.send();
    assertThat(calls("reopenWith"))
        .containsExactly("reopenWith dialog-marina Tudo certo com a mesa?");
    assertThat(calls("send")).isEmpty();
  }

  @Test
  void aDraftKeptFromAHeldReplyAppears() {
    model.open(MARINA.id());
    store("guardado", null);
    desk.inbox.put(Tab.MINE, Pictures.marina().draft("guardado").build());
    assertThat(text()).isEqualTo("guardado");
  }

  @Test
  void olderNewsOfTheDraftNeverOverwritesWhatIsTyped() {
    model.open(MARINA.id());
    type("novo");
    store("velho", null);
    desk.inbox.put(Tab.MINE, Pictures.marina().draft("velho").build());
    assertThat(text()).isEqualTo("novo");
    time.pass(Duration.ofSeconds(1));
    store("velho", null);
    desk.inbox.put(Tab.MINE, Pictures.marina().draft("velho").unread(1).build());
    assertThat(text()).isEqualTo("novo");
  }

  @Test
  void aLostTextCanBeTaken() {
    store("mais novo", "o meu");
    model.open(MARINA.id());
    assertThat(text()).isEqualTo("mais novo");
    assertThat(model.lostProperty().get()).isEqualTo("o meu");
    model.resolveLost(true);
    assertThat(text()).isEqualTo("o meu");
    assertThat(calls("resolveLostDraft"))
        .containsExactly("resolveLostDraft dialog-marina REPLY true");
  }

  private void store(String kept, @Nullable String lost) {
    desk.drafts.put(
        MARINA.id().value() + DraftKind.REPLY,
        new Draft(MARINA.id(), DraftKind.REPLY, kept, null, lost));
  }

  /** Key by key, from an empty field. */
  private void type(String typed) {
    for (int end = 1; end <= typed.length(); end++) {
      model.textProperty().set(typed.substring(0, end));
    }
  }

  private String text() {
    return model.textProperty().get();
  }

  private List<String> calls(String name) {
    return desk.calls.stream().filter(call -> call.startsWith(name + " ")).toList();
  }
}
