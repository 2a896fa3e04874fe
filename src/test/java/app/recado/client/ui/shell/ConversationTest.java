package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.SearchResults;
import app.recado.client.state.Tab;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.Availability;
import app.recado.protocol.MessageId;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import java.time.LocalDate;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversation through its real controls, in a whole window. */
class ConversationTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final DialogItem CARLA = Pictures.unanswered().getFirst();

  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void aReplyIsSentWithEnterAndShiftEnterBreaksTheLine() {
    show(MARINA);
    type("#writing", "uma");
    press("#writing", KeyCode.ENTER, true);
    Fx.run(() -> field("#writing").appendText("duas"));
    press("#writing", KeyCode.ENTER, false);
    assertThat(calls("send")).containsExactly("send dialog-marina uma\nduas public -");
    assertThat(Fx.get(() -> field("#writing").getText())).isEmpty();
  }

  /** It was cut for the buttons' words while those could have done without. */
  @Test
  void theChannelsNameIsWholeBesideALongWordOnHowItStands() {
    String channel = "Atacado e assistência";
    DialogItem asleep =
        Example.item("lena", "Lena Prado")
            .mine(Pictures.BRUNO)
            .channel(Example.channel("channel-atacado", channel))
            .firstReply(72)
            .snoozed(Example.NOW.plusSeconds(3_600 * 20))
            .build();
    Fx.run(() -> desk.inbox.put(Tab.SNOOZED, asleep));
    for (double width : new double[] {1440, 1024}) {
      Fx.run(() -> {
        shown.close();
        shown = new Shown(desk, width, 900, Appearance.LIGHT);
      });
      show(asleep);
      Label name =
          Fx.get(() ->
              shown.scene.getRoot().lookupAll(".facts .label").stream()
                  .map(Label.class::cast)
                  .filter(label -> label.getText().equals(channel))
                  .findFirst()
                  .orElseThrow());
      assertThat(Fx.get(() -> name.isVisible() && name.getWidth() >= name.prefWidth(-1)))
          .as("at %s: %s", width, Fx.get(name::getWidth))
          .isTrue();
    }
  }

  @Test
  void whispersAfterTheToggle() {
    show(MARINA);
    fire("#whisper");
    type("#writing", "dá para manter os 5%?");
    assertThat(Fx.get(() -> button("#send").getText())).isEqualTo("Whisper");
    fire("#send");
    assertThat(calls("send")).containsExactly("send dialog-marina dá para manter os 5%? whisper -");
  }

  @Test
  void quotesTheNewestMessageByKeysAlone() {
    show(MARINA);
    Fx.run(() -> node("#timeline").requestFocus());
    press("#timeline", KeyCode.UP, false);
    pressFocused(KeyCode.PERIOD);
    pressFocused(KeyCode.Q);
    assertThat(Fx.get(() -> field("#writing").isFocused())).isTrue();
    type("#writing", "R$ 189");
    press("#writing", KeyCode.ENTER, false);
    assertThat(calls("send")).containsExactly("send dialog-marina R$ 189 public dialog-marina-6");
  }

  @Test
  void editsAndDeletesAnOwnMessageByKeysAlone() {
    show(MARINA);
    chooseOwnWhisper();
    pressFocused(KeyCode.E);
    assertThat(Fx.get(() -> field("#writing").getText())).startsWith("@Paula Reis");
    type("#writing", "@Paula Reis pode?");
    press("#writing", KeyCode.ENTER, false);
    assertThat(calls("edit"))
        .containsExactly("edit dialog-marina dialog-marina-4 @Paula Reis pode?");
    press("#timeline", KeyCode.DELETE, false);
    assertThat(calls("delete")).containsExactly("delete dialog-marina dialog-marina-4");
  }

  @Test
  void whoIsNamedIsInvitedOrGetsTheDialogByKeysAlone() {
    show(MARINA);
    chooseOwnWhisper();
    pressFocused(KeyCode.N);
    assertThat(Fx.get(() -> node("#people-menu").isVisible())).isTrue();
    pressFocused(KeyCode.ENTER);
    assertThat(calls("invite"))
        .containsExactly("invite dialog-marina [" + Pictures.PAULA.id() + "]");
    pressFocused(KeyCode.N);
    pressFocused(KeyCode.DOWN);
    pressFocused(KeyCode.ENTER);
    assertThat(calls("transferToUser"))
        .containsExactly("transferToUser dialog-marina " + Pictures.PAULA.id() + " - false");
  }

  @Test
  void anothersMessageIsNeitherEditedNorDeleted() {
    show(MARINA);
    Fx.run(() -> node("#timeline").requestFocus());
    press("#timeline", KeyCode.UP, false);
    pressFocused(KeyCode.E);
    pressFocused(KeyCode.DELETE);
    pressFocused(KeyCode.PERIOD);
    pressFocused(KeyCode.DELETE);
    assertThat(calls("edit")).isEmpty();
    assertThat(calls("delete")).isEmpty();
  }

  @Test
  void aHeldReplyIsResolvedOnItsCard() {
    Fx.run(
        () -> desk.timeline(MARINA.id()).entries.add(new TimelineEntry.Held(Pictures.heldReply())));
    show(MARINA);
    fire("#choice-TAKE_OVER_AND_SEND");
    assertThat(calls("resolve")).hasSize(1);
    assertThat(calls("resolve").getFirst()).endsWith("TAKE_OVER_AND_SEND");
  }

  @Test
  void anUnansweredDialogHidesTheFieldAndIsAnsweredWithA() {
    show(CARLA);
    assertThat(Fx.get(() -> node("#writing").getParent().getParent().getParent().isVisible()))
        .isFalse();
    pressFocused(KeyCode.A);
    assertThat(calls("accept")).containsExactly("accept dialog-carla");
  }

  @Test
  void whatCanBeDoneStandsInOneRowOnly() {
    show(CARLA);
    assertThat(Fx.get(() -> node("#transfer").isVisible())).isFalse();
    assertThat(Fx.get(() -> node("#bar-transfer").isVisible())).isTrue();
    show(MARINA);
    assertThat(Fx.get(() -> node("#transfer").isVisible())).isTrue();
    assertThat(Fx.get(() -> node("#action-bar").isVisible())).isFalse();
  }

  @Test
  void aKeyThatDoesNothingSaysWhy() {
    show(CARLA);
    pressFocused(KeyCode.F);
    assertThat(calls("finish")).isEmpty();
    assertThat(Fx.get(() -> node(".toast").getAccessibleText()))
        .isEqualTo("Finish: answer it first");
  }

  @Test
  void severalColleaguesAreInvitedAtOnceByName() {
    show(MARINA);
    fire("#invite");
    type("#transfer-query", "cintia");
    press("#transfer-query", KeyCode.ENTER, false);
    type("#transfer-query", "paula");
    press("#transfer-query", KeyCode.ENTER, false);
    assertThat(Fx.get(() -> button("#transfer-confirm").getText()))
        .isEqualTo("Invite 2 colleagues");
    fire("#transfer-confirm");
    assertThat(calls("invite"))
        .containsExactly("invite dialog-marina [user-cintia-5, user-paula-4]");
  }

  @Test
  void theMenuPinsAndThenUnpins() {
    show(MARINA);
    chooseMore("Pin as mine");
    assertThat(calls("pin")).containsExactly("pin dialog-marina");
    Fx.run(() -> desk.inbox.put(Tab.MINE, Pictures.marina().pinned().build()));
    chooseMore("Unpin");
    assertThat(calls("unpin")).containsExactly("unpin dialog-marina");
  }

  @Test
  void aNameIsTrimmedAndNeitherEmptyNorTooLong() {
    show(MARINA);
    chooseMore("Rename conversation…");
    assertThat(Fx.get(() -> field("#rename-name").getText())).isEqualTo("mesa Jatobá");
    type("#rename-name", "   ");
    assertThat(Fx.get(() -> button("#rename-save").isDisabled())).isTrue();
    type("#rename-name", "x".repeat(121));
    assertThat(Fx.get(() -> button("#rename-save").isDisabled())).isTrue();
    type("#rename-name", "  mesa e frete ");
    press("#rename-name", KeyCode.ENTER, false);
    assertThat(calls("rename")).containsExactly("rename dialog-marina mesa e frete");
    assertThat(shown.scene.lookup("#rename-card")).isNull();
  }

  @Test
  void findsWithinTheConversationFromTheNewestUpwards() {
    desk.finding =
        query -> List.of(new MessageId("dialog-marina-2"), new MessageId("dialog-marina-6"));
    show(MARINA);
    Fx.run(() -> shown.act("find"));
    settle();
    type("#find-query", "quanto");
    for (int frame = 0; frame < 200 && Fx.get(() -> calls("find").isEmpty()); frame++) {
      Fx.frame();
    }
    settle();
    assertThat(Fx.get(() -> ((Label) node("#find-count")).getText())).isEqualTo("1 of 2");
    press("#find-query", KeyCode.ENTER, false);
    assertThat(Fx.get(() -> ((Label) node("#find-count")).getText())).isEqualTo("2 of 2");
    assertThat(desk.timeline(MARINA.id()).calls)
        .containsSubsequence("jumpTo dialog-marina-6", "jumpTo dialog-marina-2");
    assertThat(Fx.get(() -> field("#find-query").isFocused())).isTrue();
    press("#find-query", KeyCode.ESCAPE, false);
    assertThat(Fx.get(() -> node("#find-bar").isVisible())).isFalse();
  }

  @Test
  void theHistoryJumpsToADay() {
    show(MARINA);
    pressFocused(KeyCode.H);
    settle();
    Fx.run(() -> ((DatePicker) node("#find-day")).setValue(LocalDate.of(2026, 10, 12)));
    settle();
    assertThat(desk.timeline(MARINA.id()).calls).contains("jumpTo 2026-10-12T03:00:00Z");
  }

  @Test
  void keysDoNotActOnAConversationOutOfSight() {
    show(CARLA);
    Fx.run(() -> shown.act("place-settings"));
    pressFocused(KeyCode.A);
    assertThat(calls("accept")).isEmpty();
  }

  @Test
  void aTranscriptHasNoWhisperUnlessItIsForTheTeam() {
    show(MARINA);
    chooseMore("Export transcript…");
    fire("#export-txt");
    assertThat(shown.copied.getLast())
        .startsWith("save marina-rocha.txt")
        .contains("Marina Rocha\nWhatsApp · Loja Centro\n")
        .contains("E o frete para Recife, quanto fica?")
        .doesNotContain("5%")
        .doesNotContain("Jatobá\n");
    chooseMore("Export transcript…");
    Fx.run(() -> ((CheckBox) node("#export-internal")).setSelected(true));
    fire("#export-html");
    assertThat(shown.copied.getLast())
        .startsWith("save marina-rocha-mesa-jatobá.html")
        .contains("manter os 5%?")
        .contains("said ours whisper");
    chooseMore("Export transcript…");
    fire("#export-pdf");
    assertThat(shown.copied.getLast()).startsWith("save marina-rocha.pdf\n%PDF-");
    assertThat(Fx.get(() -> shown.areas.root().lookupAll(".progress-toast"))).isEmpty();
  }

  @Test
  void theIdAndTheLinkAreCopied() {
    show(MARINA);
    chooseMore("Copy the conversation's id");
    chooseMore("Copy link to conversation");
    assertThat(shown.copied).containsExactly("dialog-marina", "recado://dialog/dialog-marina");
  }

  private void chooseMore(String name) {
    fire("#more");
    Fx.run(() -> {
      Node row =
          shown.scene.getRoot().lookupAll(".menu-row").stream()
              .filter(each -> name.equals(each.getAccessibleText()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + name));
      Event.fireEvent(
          row,
          new MouseEvent(
              MouseEvent.MOUSE_CLICKED,
              0,
              0,
              0,
              0,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              true,
              null));
    });
    settle();
  }

  @Test
  void thePaletteTransfersToWhoGotTheLastOne() {
    desk.recentTargets.add(Pictures.PAULA.id().value());
    show(MARINA);
    Fx.run(() -> shown.act("palette"));
    type("#search-query", "trans paula");
    press("#search-query", KeyCode.ENTER, false);
    assertThat(calls("transferToUser")).hasSize(1);
    assertThat(calls("transferToUser").getFirst()).contains("dialog-marina user-paula-4");
    assertThat(shown.scene.lookup("#search")).isNull();
  }

  @Test
  void tabShowsWhereAResultLeads() {
    desk.searching =
        query ->
            new SearchResults(
                query,
                List.of(new SearchResults.DialogHit(MARINA, "Marina Rocha", List.of())),
                List.of(),
                false,
                false);
    show(CARLA);
    Fx.run(() -> shown.act("palette"));
    type("#search-query", "marina");
    awaitFound();
    assertThat(Fx.get(() -> node("#peek").isVisible())).isFalse();
    press("#search-query", KeyCode.TAB, false);
    assertThat(Fx.get(() -> node("#peek").isVisible())).isTrue();
    assertThat(Fx.get(() -> node("#peek").lookupAll(".peek-row").size())).isEqualTo(5);
    press("#search-query", KeyCode.ESCAPE, false);
    assertThat(shown.scene.lookup("#search")).isNull();
    assertThat(calls("markRead")).isEmpty();
  }

  @Test
  void whoAnswersWritesIntoTheFieldWithNoFurtherKey() {
    show(CARLA);
    pressFocused(KeyCode.A);
    DialogItem mine =
        Example.item("carla", "Carla Souza")
            .customer("customer-carla-6")
            .channel(Pictures.FINANCEIRO)
            .mine(Pictures.BRUNO)
            .status(SessionStatus.ACCEPTED)
            .build();
    Fx.run(() -> {
      desk.refusals.remove(CARLA.id());
      desk.inbox.put(Tab.MINE, mine);
    });
    settle();
    assertThat(Fx.get(() -> field("#writing").isFocused())).isTrue();
  }

  @Test
  void spamIsAskedForFirstAndEscLeavesItBe() {
    show(CARLA);
    fire("#bar-spam");
    pressFocused(KeyCode.ESCAPE);
    assertThat(calls("spam")).isEmpty();
    fire("#bar-spam");
    fire("#question-yes");
    assertThat(calls("spam")).containsExactly("spam dialog-carla");
  }

  @Test
  void takingOverNamesTheOwner() {
    DialogItem paulas =
        Example.item("team", "Rita Sampaio")
            .channel(Pictures.CENTRO)
            .owner(Pictures.PAULA)
            .status(SessionStatus.AGENT_REPLIED)
            .build();
    Fx.run(() -> desk.inbox.put(Tab.TEAM, paulas));
    show(paulas);
    Fx.run(() -> Event.fireEvent(shown.scene.getFocusOwner(), key(KeyCode.A, true)));
    settle();
    assertThat(calls("takeOver")).isEmpty();
    assertThat(Fx.get(() -> node(".question").getAccessibleText())).contains("Paula Reis");
    fire("#question-yes");
    assertThat(calls("takeOver")).containsExactly("takeOver dialog-team");
  }

  @Test
  void transfersByTyping() {
    show(MARINA);
    pressFocused(KeyCode.T);
    type("#transfer-query", "juri");
    press("#transfer-query", KeyCode.DOWN, false);
    type("#transfer-comment", "contrato");
    press("#transfer-comment", KeyCode.ENTER, false);
    assertThat(calls("transferToChannel"))
        .containsExactly("transferToChannel dialog-marina channel-juridico contrato");
  }

  @Test
  void whoGoesWhileOneChoosesIsSeenToHaveGone() {
    show(MARINA);
    pressFocused(KeyCode.T);
    type("#transfer-query", "paula");
    assertThat(row("Paula Reis, ")).startsWith("Paula Reis, Online");
    UserRow paula =
        desk.people.stream()
            .filter(one -> one.name().equals("Paula Reis"))
            .findFirst()
            .orElseThrow();
    Fx.run(() ->
        desk.people.set(
            desk.people.indexOf(paula),
            new PresenceEvent(paula.id(), Availability.PAUSE, null, 1).over(paula)));
    assertThat(row("Paula Reis, ")).startsWith("Paula Reis, Paused");
  }

  private String row(String start) {
    return Fx.get(() ->
        shown.scene.getRoot().lookupAll(".target-row").stream()
            .map(Node::getAccessibleText)
            .filter(text -> text.startsWith(start))
            .findFirst()
            .orElse(""));
  }

  @Test
  void aPressOnAMessageBringsTheKeyboardToIt() {
    show(MARINA);
    Fx.run(() -> node("#writing").requestFocus());
    Fx.run(() -> Event.fireEvent(bubble("pronta entrega").lookup(".bubble"), mousePress()));
    settle();
    assertThat(Fx.get(() -> shown.scene.getFocusOwner().getAccessibleText()))
        .contains("pronta entrega");
    pressFocused(KeyCode.PERIOD);
    assertThat(Fx.get(() -> shown.scene.getRoot().lookupAll(".menu-row"))).isNotEmpty();
  }

  @Test
  void aPressBesideTheMessagesBringsTheKeyboardToThem() {
    show(MARINA);
    Fx.run(() -> node("#writing").requestFocus());
    Fx.run(() -> Event.fireEvent(node("#timeline"), mousePress()));
    assertThat(Fx.get(() -> shown.scene.getFocusOwner().getId())).isEqualTo("timeline");
  }

  @Test
  void theMenuOfAMessageLeavesTheMessageFree() {
    show(MARINA);
    Fx.run(() -> node("#timeline").requestFocus());
    for (int up = 0; up < 4; up++) {
      pressFocused(KeyCode.UP);
      Bounds message = Fx.get(() -> inScene(shown.scene.getFocusOwner().lookup(".bubble")));
      pressFocused(KeyCode.PERIOD);
      Bounds menu = Fx.get(() -> inScene(node(".menu-card")));
      assertThat(menu.getMinY() >= message.getMaxY() || menu.getMaxY() <= message.getMinY())
          .as("%s beside %s", menu, message)
          .isTrue();
      pressFocused(KeyCode.ESCAPE);
    }
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void theMenuKeyWorksFromTheListToo() {
    show(MARINA);
    Fx.run(shown.areas::focusList);
    pressFocused(KeyCode.CONTEXT_MENU);
    settle();
    assertThat(Fx.get(() -> shown.scene.getRoot().lookupAll(".menu-row"))).isNotEmpty();
  }

  private Node bubble(String words) {
    return shown.scene.getRoot().lookupAll(".bubble-row").stream()
        .filter(row -> String.valueOf(row.getAccessibleText()).contains(words))
        .findFirst()
        .orElseThrow();
  }

  private static MouseEvent mousePress() {
    return new MouseEvent(
        MouseEvent.MOUSE_PRESSED,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void theCardOfATransferIsNoTallerThanItsList() {
    show(MARINA);
    pressFocused(KeyCode.T);
    double all = Fx.get(() -> node(".transfer-card").getBoundsInParent().getHeight());
    type("#transfer-query", "juri");
    double one = Fx.get(() -> node(".transfer-card").getBoundsInParent().getHeight());
    assertThat(one).isLessThan(all - 100);
  }

  @Test
  void aSearchLeadsToTheMessage() {
    desk.searching =
        query ->
            new SearchResults(
                query,
                List.of(),
                List.of(
                    new SearchResults.MessageHit(
                        MARINA.id(),
                        new MessageId("dialog-marina-2"),
                        "Marina Rocha",
                        "Ainda tem a de 1,60 m?",
                        List.of(),
                        false,
                        Example.NOW)),
                false,
                true);
    Fx.run(() -> shown.act("palette"));
    type("#search-query", "ainda");
    awaitFound();
    press("#search-query", KeyCode.ENTER, false);
    assertThat(desk.timeline(MARINA.id()).calls).contains("jumpTo dialog-marina-2");
  }

  /** Typing has to pause before it is searched for. */
  private void awaitFound() {
    for (int frame = 0; frame < 200 && Fx.get(() -> calls("search").isEmpty()); frame++) {
      Fx.frame();
    }
    settle();
  }

  private void chooseOwnWhisper() {
    Fx.run(() -> node("#timeline").requestFocus());
    for (int up = 0; up < 3; up++) {
      pressFocused(KeyCode.UP);
    }
    assertThat(Fx.get(() -> shown.scene.getFocusOwner().getAccessibleText())).contains("5%");
  }

  private void show(DialogItem item) {
    Fx.run(() -> shown.areas.show(item.id()));
    settle();
    Fx.run(() -> node("#timeline").requestFocus());
  }

  private void type(String selector, String text) {
    Fx.run(() -> {
      field(selector).requestFocus();
      field(selector).setText(text);
      field(selector).end();
    });
    settle();
  }

  private void press(String selector, KeyCode code, boolean shift) {
    Fx.run(() -> Event.fireEvent(node(selector), key(code, shift)));
    settle();
  }

  private void pressFocused(KeyCode code) {
    Fx.run(() -> {
      Event.fireEvent(shown.scene.getFocusOwner(), key(code, false));
      Event.fireEvent(
          shown.scene.getFocusOwner(),
          new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    });
    settle();
  }

  private void fire(String selector) {
    Fx.run(() -> button(selector).fire());
    settle();
  }

  private static void settle() {
    for (int frame = 0; frame < 3; frame++) {
      Fx.frame();
    }
  }

  private static KeyEvent key(KeyCode code, boolean shift) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
  }

  private Button button(String selector) {
    return (Button) node(selector);
  }

  private TextInputControl field(String selector) {
    return (TextInputControl) node(selector);
  }

  private Node node(String selector) {
    Node found = shown.scene.lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  private List<String> calls(String name) {
    return desk.calls.stream().filter(call -> call.startsWith(name + " ")).toList();
  }
}
