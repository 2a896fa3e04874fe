package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import java.io.File;
import java.time.Duration;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending together with something else, and later, through the real controls. */
class SendMenuTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final DialogItem JOAO = Pictures.mine().get(1);

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

  private void write(String text) {
    Fx.run(() -> {
      writing().requestFocus();
      writing().setText(text);
    });
    settle();
  }

  private TextArea writing() {
    return (TextArea) shown.scene.lookup("#writing");
  }

  private void act(String id) {
    Fx.run(() -> shown.act(id));
    settle();
  }

  private List<String> calls(String... names) {
    return desk.calls.stream()
        .filter(call -> List.of(names).contains(call.substring(0, Math.max(0, call.indexOf(' ')))))
        .toList();
  }

  @Test
  void controlEnterSendsAndGoesToTheNextThatWaits() {
    write("Tem sim!");
    Fx.run(() ->
        Event.fireEvent(
            writing(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false)));
    settle();
    assertThat(calls("send")).containsExactly("send dialog-marina Tem sim! public -");
    assertThat(Fx.get(() -> writing().getText())).isEmpty();
    assertThat(desk.calls).anyMatch(call -> call.startsWith("open ") && !call.contains("marina"));
  }

  private void enter(Node at, boolean control) {
    Fx.run(() ->
        Event.fireEvent(
            at,
            new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, control, false, false)));
    settle();
  }

  private List<String> notes() {
    return Fx.get(() ->
        shown.scene.getRoot().lookupAll(".toast").stream().map(Node::getAccessibleText).toList());
  }

  /** What a screen reader was told last. */
  private String spoken() {
    return Fx.get(() -> ((Label) shown.scene.lookup(".toasts .spoken")).getText());
  }

  @Test
  void controlEnterSaysWhyNothingIsSent() {
    write("O telefone é {customer.phone}");
    enter(writing(), true);
    enter(writing(), true);
    assertThat(notes())
        .as("once")
        .containsExactly("Send and go to the next: fill in {customer.phone} first");
    assertThat(spoken()).isEqualTo(notes().getFirst());
    assertThat(calls("send")).isEmpty();
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("O telefone é {customer.phone}");
  }

  @Test
  void enterSaysWhyNothingIsSentButNotOfAnEmptyField() {
    write("");
    enter(writing(), false);
    assertThat(notes()).isEmpty();
    write("O telefone é {customer.phone}");
    enter(writing(), false);
    assertThat(notes()).containsExactly("Send: fill in {customer.phone} first");
    assertThat(calls("send")).isEmpty();
  }

  @Test
  void controlEnterBesideAFieldThatIsShutSaysWhy() {
    desk.refusals.put(JOAO.id(), "refusal.windowShut");
    Fx.run(() -> shown.areas.show(JOAO.id()));
    settle();
    assertThat(Fx.get(() -> writing().isDisabled())).isTrue();
    enter(shown.scene.getRoot(), true);
    assertThat(notes())
        .containsExactly(
            "Send and go to the next: The time for replies is over until the customer writes"
                + " again.");
    assertThat(spoken()).isEqualTo(notes().getFirst());
  }

  @Test
  void controlEnterElsewhereDoesNotSendWhatCouldBeSent() {
    write("Tem sim!");
    enter(shown.scene.getRoot(), true);
    assertThat(calls("send")).isEmpty();
    assertThat(notes()).isEmpty();
  }

  @Test
  void sendAndCloseFinishesBehindTheMessage() {
    write("Obrigado!");
    act("send-close");
    assertThat(calls("send", "finish"))
        .containsExactly("send dialog-marina Obrigado! public -", "finish dialog-marina");
  }

  @Test
  void sendAndSnoozeAsksUntilWhenAsSnoozingDoes() {
    write("Aviso amanhã");
    act("send-snooze");
    assertThat(calls("send", "snooze")).isEmpty();
    press(rows().get(rows().size() - 3), KeyCode.ENTER);
    assertThat(calls("send", "snooze"))
        .satisfiesExactly(
            send -> assertThat(send).isEqualTo("send dialog-marina Aviso amanhã public -"),
            snooze -> assertThat(snooze).startsWith("snooze dialog-marina "));
  }

  @Test
  void sendAndSnoozeTakesATimeOfOnesOwn() {
    write("Aviso depois");
    act("send-snooze");
    press(rows().getLast(), KeyCode.ENTER);
    Button save = (Button) shown.scene.lookup("#snooze-save");
    assertThat(calls("send", "snooze")).isEmpty();
    Fx.run(save::fire);
    settle();
    assertThat(calls("send", "snooze")).hasSize(2);
  }

  @Test
  void sendAndSnoozeLeftWithoutATimeSendsNothing() {
    write("Aviso amanhã");
    act("send-snooze");
    press(rows().getFirst(), KeyCode.ESCAPE);
    assertThat(calls("send", "snooze")).isEmpty();
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Aviso amanhã");
  }

  private void openJoao() {
    desk.drafts.put(
        JOAO.id().value() + DraftKind.REPLY,
        new Draft(JOAO.id(), DraftKind.REPLY, "Para o João", null, null));
    Fx.run(() -> shown.areas.show(JOAO.id()));
    settle();
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Para o João");
  }

  private void nothingWasDone() {
    assertThat(calls("send", "snooze", "schedule", "finish")).isEmpty();
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Para o João");
    Fx.run(() -> shown.areas.show(MARINA.id()));
    settle();
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Para a Marina");
  }

  @Test
  void whatWasAskedForOneDialogGoesWhenAnotherIsOpened() {
    for (String id : List.of("send-snooze", "schedule-at", "palette")) {
      write("Para a Marina");
      act(id);
      openJoao();
      assertThat(Fx.get(() -> shown.scene.getRoot().lookupAll(".popover"))).as(id).isEmpty();
      nothingWasDone();
    }
  }

  @Test
  void aRowOfTheMenuThatWasPressedTooLateTouchesNoOtherDialog() {
    write("Para a Marina");
    Fx.run(() -> ((Button) shown.scene.lookup("#send-more")).fire());
    settle();
    List<Node> rows = rows();
    assertThat(rows).isNotEmpty();
    openJoao();
    assertThat(rows()).isEmpty();
    nothingWasDone();
  }

  @Test
  void aTimeThatWasChosenTooLateTouchesNoOtherDialog() {
    write("Para a Marina");
    act("send-snooze");
    press(rows().getLast(), KeyCode.ENTER);
    Button save = (Button) shown.scene.lookup("#snooze-save");
    openJoao();
    Fx.run(save::fire);
    settle();
    nothingWasDone();

    act("schedule-at");
    Button take = (Button) shown.scene.lookup("#time-take");
    openJoao();
    Fx.run(take::fire);
    settle();
    nothingWasDone();
  }

  @Test
  void whileAFileIsReadNothingIsSentFinishedOrLeft() {
    desk.files.choosesLater = true;
    write("Segue o catálogo");
    Fx.run(() -> {
      ClipboardContent files = new ClipboardContent();
      files.putFiles(List.of(new File("catálogo.pdf")));
      Clipboard.getSystemClipboard().setContent(files);
      writing().paste();
    });
    assertThat(desk.calls).contains("attach catálogo.pdf");
    desk.calls.clear();
    for (String id : List.of("send-next", "send-close", "send-snooze", "schedule-hour")) {
      act(id);
      assertThat(Fx.get(() -> shown.areas.register().get(id).standing().why()))
          .as(id)
          .contains("file");
    }
    assertThat(calls("send", "finish", "snooze", "schedule", "open")).isEmpty();
    assertThat(rows()).isEmpty();
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Segue o catálogo");
    desk.files.choosing = name -> new DeskFiles.Attached.Unreadable();
    Fx.run(desk.files::chooseNow);
    act("send-close");
    assertThat(calls("send", "finish")).hasSize(2);
  }

  private List<Node> rows() {
    return Fx.get(() -> List.copyOf(shown.scene.getRoot().lookupAll(".menu-card .menu-row")));
  }

  private static void press(Node node, KeyCode key) {
    Fx.run(() -> {
      node.requestFocus();
      Event.fireEvent(
          node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    });
    settle();
  }

  @Test
  void aPresetHandsTheTextOverAndEmptiesTheField() {
    write("Bom dia!");
    act("schedule-hour");
    assertThat(calls("schedule"))
        .containsExactly(
            "schedule dialog-marina Bom dia! " + desk.relayNow().plus(Duration.ofHours(1)));
    assertThat(Fx.get(() -> writing().getText())).isEmpty();
    assertThat(calls("send")).isEmpty();
  }

  @Test
  void theMenuBesideSendOffersWhatCanBeDone() {
    write("Bom dia!");
    Fx.run(() -> ((Button) shown.scene.lookup("#send-more")).fire());
    settle();
    assertThat(Fx.get(() -> shown.scene.getRoot().lookupAll(".menu-card .menu-row").size()))
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void aTimeOfOnesOwnIsTakenOnceItIsToCome() {
    write("Bom dia!");
    act("schedule-at");
    TextField time = (TextField) shown.scene.lookup("#time-of-day");
    Button take = (Button) shown.scene.lookup("#time-take");
    Fx.run(() -> time.setText("25:00"));
    assertThat(Fx.get(take::isDisabled)).isTrue();
    Fx.run(() -> time.setText("23:59"));
    assertThat(Fx.get(take::isDisabled)).isFalse();
    Fx.run(take::fire);
    settle();
    assertThat(calls("schedule")).hasSize(1);
  }

  @Test
  void aWhisperIsNeitherScheduledNorSentAndClosed() {
    act("whisper");
    write("Cuidado");
    act("schedule-hour");
    act("send-close");
    assertThat(calls("schedule", "send", "finish")).isEmpty();
  }

  @Test
  void aScheduledMessageShowsItsTimeAndComesBackToBeEdited() {
    MessageId id = new MessageId("s1");
    Fx.run(() ->
        desk.timeline(MARINA.id())
            .entries
            .setAll(
                List.of(
                    new TimelineEntry.Scheduled(
                        id,
                        MARINA.id(),
                        "Bom dia!",
                        List.of(),
                        desk.relayNow().plus(Duration.ofHours(20)),
                        false,
                        null))));
    settle();
    desk.schedule.backing =
        () ->
            desk.drafts.put(
                MARINA.id().value() + DraftKind.REPLY,
                new Draft(MARINA.id(), DraftKind.REPLY, "Bom dia!", null, null));
    Fx.run(() -> ((Button) shown.scene.lookup("#scheduled-now")).fire());
    Fx.run(() -> ((Button) shown.scene.lookup("#scheduled-edit")).fire());
    settle();
    assertThat(calls("sendScheduledNow", "callBack"))
        .containsExactly("sendScheduledNow dialog-marina s1", "callBack dialog-marina s1");
    assertThat(Fx.get(() -> writing().getText())).isEqualTo("Bom dia!");
  }
}
