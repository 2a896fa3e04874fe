package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.SendState;
import app.recado.client.state.SentBefore;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.CommandId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking back what has not left, through the real controls. */
class UndoSendTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final CommandId COMMAND = new CommandId("c-1");

  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> shown.areas.show(MARINA.id()));
    settle();
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  private static void settle() {
    for (int frame = 0; frame < 3; frame++) {
      Fx.frame();
    }
  }

  private static TimelineEntry.Message leaving(Instant at) {
    TimelineEntry.Message plain =
        Example.message(
            MARINA, 900, "Tem sim!", Example.NOW, Pictures.BRUNO, true, false, SendState.DELAYED);
    return new TimelineEntry.Message(
        plain.row(), true, SendState.DELAYED, COMMAND, plain.authorName(), null, null, null, at);
  }

  private void showLeaving() {
    Fx.run(() ->
        desk.timeline(MARINA.id())
            .entries
            .setAll(List.of(leaving(desk.relayNow().plusSeconds(4)))));
    settle();
  }

  private TextArea writing() {
    return (TextArea) shown.scene.lookup("#writing");
  }

  private void undoKey(Node at) {
    Fx.run(() ->
        Event.fireEvent(
            at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, true)));
    settle();
  }

  @Test
  void theBubbleCountsDownAndItsButtonBringsTheTextBackAboveWhatWasWrittenSince() {
    showLeaving();
    String counting =
        Fx.get(() -> ((Label) shown.scene.lookup(".bubble-leaving .label")).getText());
    assertThat(counting).contains("4");
    Fx.run(() -> writing().setText("E o frete"));
    desk.takenBack = new Draft(MARINA.id(), DraftKind.REPLY, "Tem sim!\n\nE o frete", null, null);
    Fx.run(() -> ((Button) shown.scene.lookup("#undo-send")).fire());
    settle();
    assertThat(desk.calls)
        .containsSubsequence(
            "saveDraft dialog-marina REPLY E o frete", "takeBack dialog-marina c-1");
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Tem sim!\n\nE o frete");
  }

  @Test
  void sendNowDoesNotWait() {
    showLeaving();
    Fx.run(() -> ((Button) shown.scene.lookup("#send-now")).fire());
    assertThat(desk.calls).contains("sendNow c-1");
  }

  @Test
  void whatWasToBeSentNowAndHadBeenSentAlreadyIsSaid() {
    Fx.run(
        () -> desk.schedule().sentBefore.set(new SentBefore(MARINA.id(), new MessageId("late"))));
    assertThat(Fx.get(() -> shown.scene.lookup(".toast").getAccessibleText()))
        .isEqualTo("The message to Marina Rocha had already been sent: nothing is left to do.");
  }

  @Test
  void theUndoKeyInAnEmptyFieldBringsTheLastMessageBack() {
    desk.takenBack = new Draft(MARINA.id(), DraftKind.REPLY, "Tem sim!", null, null);
    Fx.run(() -> writing().requestFocus());
    undoKey(writing());
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Tem sim!");
  }

  @Test
  void theUndoKeyInAFieldWithTextIsTheTexts() {
    Fx.run(() -> writing().setText("E o frete"));
    desk.takenBack = new Draft(MARINA.id(), DraftKind.REPLY, "Tem sim!", null, null);
    undoKey(writing());
    assertThat(desk.calls).noneMatch(call -> call.startsWith("takeBack"));
  }

  @Test
  void aWhisperComesBackAsAWhisper() {
    desk.takenBack = new Draft(MARINA.id(), DraftKind.WHISPER, "Cuidado", null, null);
    undoKey(writing());
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Cuidado");
    assertThat(Fx.get(() -> shown.scene.lookup(".composer-whisper").isVisible())).isTrue();
  }

  @Test
  void theDeskIsToldHowLongThingsCanBeUndone() {
    assertThat(desk.calls).contains("setUndoTime PT5S");
  }
}
