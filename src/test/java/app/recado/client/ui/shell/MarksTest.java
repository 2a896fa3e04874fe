package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.Priority;
import java.time.Duration;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marking a dialog through the real controls, in a whole window. */
class MarksTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();

  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> shown.areas.show(MARINA.id()));
    settle();
    Fx.run(() -> node("#timeline").requestFocus());
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void tagsByKeysAlone() {
    desk.marks.known.add("VIP");
    press(KeyCode.L);
    assertThat(Fx.get(() -> shown.scene.getFocusOwner().getId())).isEqualTo("tag-query");
    press(KeyCode.ENTER);
    Fx.run(() -> ((TextInputControl) node("#tag-query")).setText("frete grátis"));
    settle();
    press(KeyCode.ENTER);
    press(KeyCode.ESCAPE);
    assertThat(calls())
        .containsExactly("tag dialog-marina +[VIP] -[]", "tag dialog-marina +[frete grátis] -[]");
    assertThat(shown.scene.lookup("#tag-card")).isNull();
  }

  @Test
  void theCustomersPanelOpensTheSameCard() {
    Fx.run(() -> ((Button) node("#choose-tags")).fire());
    settle();
    assertThat(shown.scene.lookup("#tag-card")).isNotNull();
  }

  @Test
  void tagsCanBeReadOnTheRowOfTheOpenDialog() {
    for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
      FakeDesk tagged = Pictures.desk();
      tagged.inbox.put(Tab.MINE, Pictures.marina().tags("VIP").build());
      Shown other = Fx.get(() -> new Shown(tagged, 1440, 900, appearance));
      Fx.run(() -> {
        other.select(Tab.MINE);
        other.areas.show(Pictures.marina().build().id());
      });
      settle();
      Fx.run(() -> {
        Label chip = (Label) other.scene.lookup(".dialog-cell:open .chip");
        Color ground = ground(chip);
        assertThat(contrast((Color) chip.getTextFill(), ground)).isGreaterThan(7);
        assertThat(ground).isNotEqualTo(ground((Region) other.scene.lookup(".dialog-cell:open")));
        other.close();
      });
    }
  }

  private static Color ground(Region region) {
    return (Color) region.getBackground().getFills().getLast().getFill();
  }

  /** As WCAG measures it. */
  private static double contrast(Color one, Color other) {
    double high = Math.max(light(one), light(other));
    double low = Math.min(light(one), light(other));
    return (high + 0.05) / (low + 0.05);
  }

  private static double light(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void tagsAndPriorityStandInTheHeaderAndTheRow() {
    Fx.run(() ->
        desk.inbox.put(
            Tab.MINE, Pictures.marina().tags("VIP", "frete").priority(Priority.URGENT).build()));
    settle();
    assertThat(chips(".conversation-header")).first().isEqualTo("VIP");
    assertThat(chips(".customer")).contains("VIP", "frete");
    assertThat(Fx.get(() -> node(".conversation-header .priority").isVisible())).isTrue();
    assertThat(Fx.get(() -> node(".conversation-header .priority").getAccessibleText()))
        .isEqualTo("Urgent");
  }

  @Test
  void unreadMuteAndFollowByKeys() {
    press(KeyCode.U);
    press(KeyCode.M);
    assertThat(calls()).containsExactly("mute dialog-marina true");
    put(Pictures.marina().muted().followed().unread(0));
    press(KeyCode.U);
    press(KeyCode.M, true);
    press(KeyCode.O, true);
    assertThat(calls())
        .containsExactly(
            "mute dialog-marina true",
            "unread dialog-marina null",
            "mute dialog-marina false",
            "follow dialog-marina false");
  }

  @Test
  void whatIsMarkedUnreadStaysSoUntilItIsOpenedAnew() {
    put(Pictures.marina().unread(0));
    desk.calls.clear();
    press(KeyCode.U);
    put(Pictures.marina().unread(1));
    assertThat(desk.calls).noneMatch(call -> call.startsWith("markRead"));
  }

  @Test
  void mutedIsMarkedInTheHeaderAndTheRow() {
    put(Pictures.marina().muted());
    assertThat(Fx.get(() -> node(".conversation-header .heard-mark").isVisible())).isTrue();
    assertThat(Fx.get(() -> node(".dialog-row .heard-mark").getAccessibleText()))
        .isEqualTo("Muted");
  }

  private void put(Example.Item marina) {
    Fx.run(() -> desk.inbox.put(Tab.MINE, marina.build()));
    settle();
  }

  @Test
  void priorityIsChosenFromAMenu() {
    press(KeyCode.P);
    press(KeyCode.ENTER);
    assertThat(calls()).containsExactly("prioritize dialog-marina URGENT");
  }

  @Test
  void snoozesUntilTomorrowMorning() {
    press(KeyCode.Z);
    List<String> offers =
        Fx.get(() ->
            shown.scene.getRoot().lookupAll(".menu-row").stream()
                .map(Node::getAccessibleText)
                .toList());
    assertThat(offers).hasSize(4).last().isEqualTo("Choose a time…");
    press(KeyCode.UP);
    press(KeyCode.UP);
    press(KeyCode.ENTER);
    assertThat(calls()).hasSize(1).first().asString().startsWith("snooze dialog-marina 20");
  }

  @Test
  void aTimeOfOnesOwnMustBeATimeToCome() {
    press(KeyCode.Z);
    press(KeyCode.UP);
    press(KeyCode.ENTER);
    Fx.run(() -> ((TextInputControl) node("#snooze-time")).setText("25:00"));
    settle();
    assertThat(Fx.get(() -> node("#snooze-save").isDisabled())).isTrue();
    Fx.run(() -> {
      ((DatePicker) node("#snooze-day"))
          .setValue(
              Example.NOW
                  .plus(Duration.ofDays(3))
                  .atOffset(java.time.ZoneOffset.UTC)
                  .toLocalDate());
      ((TextInputControl) node("#snooze-time")).setText("7:30");
    });
    settle();
    Fx.run(() -> ((Button) node("#snooze-save")).fire());
    assertThat(calls()).hasSize(1);
  }

  @Test
  void movingAMessageIsConfirmedByWhatItMeans() {
    press(KeyCode.UP);
    Fx.run(() -> shown.act("move-to-new"));
    settle();
    List<String> words =
        Fx.get(() ->
            node(".question").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    assertThat(words)
        .anyMatch(text -> text != null && text.contains("Marina Rocha receives nothing"));
    assertThat(calls()).isEmpty();
    Fx.run(() ->
        node(".question").lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> "Move".equals(button.getText()))
            .forEach(Button::fire));
    assertThat(calls()).hasSize(1).first().asString().startsWith("moveToNew dialog-marina ");
  }

  @Test
  void whoWaitsTooLongIsRedInTheHeaderAndWhoSoonWillAmber() {
    Fx.run(
        () -> desk.inbox.put(Tab.MINE, Pictures.marina().firstReply(30).waitingFor(590).build()));
    settle();
    assertThat(Fx.get(() -> pill().getStyleClass())).contains("warning");
    Fx.run(() -> {
      desk.now = Example.NOW.plusSeconds(11);
      desk.inbox.put(Tab.MINE, Pictures.marina().firstReply(30).waitingFor(590).unread(3).build());
    });
    settle();
    assertThat(Fx.get(() -> pill().getStyleClass())).contains("danger").doesNotContain("warning");
    assertThat(Fx.get(() -> pill().getText())).isEqualTo("Waiting 10:01");
  }

  private Label pill() {
    return (Label) node(".header-status .pill");
  }

  @Test
  void whatSleepsStandsInAGroupOfItsOwnThatOpens() {
    DialogItem asleep = Pictures.marina().snoozed(Example.NOW.plus(Duration.ofHours(20))).build();
    Fx.run(() -> {
      desk.inbox.put(Tab.SNOOZED, asleep);
      shown.areas.show(Pictures.mine().get(1).id());
    });
    settle();
    assertThat(Fx.get(() -> ((Button) node("#snoozed")).getText())).isEqualTo("1 snoozed");
    assertThat(Fx.get(() -> node("#snoozed-list").isVisible())).isFalse();
    Fx.run(() -> ((Button) node("#snoozed")).fire());
    settle();
    assertThat(Fx.get(() -> node("#snoozed-list").isVisible())).isTrue();
    Fx.run(() -> shown.areas.show(asleep.id()));
    settle();
    Fx.run(() -> shown.act("wake"));
    assertThat(calls()).containsExactly("snooze dialog-marina null");
  }

  private List<String> chips(String within) {
    return Fx.get(() ->
        node(within).lookupAll(".chip").stream()
            .filter(Node::isVisible)
            .map(chip -> ((Label) chip).getText())
            .toList());
  }

  private void press(KeyCode code) {
    press(code, false);
  }

  private void press(KeyCode code, boolean shift) {
    Fx.run(() ->
        Event.fireEvent(
            shown.scene.getFocusOwner(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    settle();
  }

  private static void settle() {
    for (int frame = 0; frame < 3; frame++) {
      Fx.frame();
    }
  }

  private Node node(String selector) {
    Node found = shown.scene.lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  private List<String> calls() {
    return desk.calls.stream()
        .filter(call -> call.matches("(unread|mute|follow|tag|prioritize|snooze|moveToNew) .*"))
        .toList();
  }
}
