package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doing the same with several dialogs, through the real controls in a whole window. */
class BulkTest {
  private static final List<DialogItem> MINE = Pictures.mine();
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    Texts.speak(Language.ENGLISH);
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> shown.select(Tab.MINE));
    Fx.frame();
    Fx.run(() -> list().requestFocus());
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void clicksWithControlAndShiftSelectAndOpenNothing() {
    click(1, true, false);
    click(3, false, true);
    assertThat(chosen()).containsExactly(1, 2, 3);
    assertThat(count()).isEqualTo("3 selected");
    click(2, true, false);
    assertThat(chosen()).containsExactly(1, 3);
    assertThat(desk.calls).noneMatch(call -> call.startsWith("open"));
  }

  @Test
  void aClickOnTheAvatarSelectsToo() {
    Fx.run(() -> click(cell(0), 30, false, false));
    assertThat(chosen()).containsExactly(0);
    assertThat(Fx.get(() -> cell(0).getAccessibleText())).startsWith("selected, ");
    assertThat(Fx.get(() -> cell(0).lookup(".avatar").isVisible())).as("below the tick").isFalse();
    Fx.run(() -> click(cell(0), 30, false, false));
    assertThat(Fx.get(() -> cell(0).lookup(".avatar").isVisible())).isTrue();
  }

  @Test
  void shiftAndArrowsXAndControlASelectByKeysAndEscapeClears() {
    press(KeyCode.DOWN, false, false);
    press(KeyCode.DOWN, true, false);
    assertThat(chosen()).containsExactly(0, 1);
    press(KeyCode.X, false, false);
    assertThat(chosen()).containsExactly(1);
    press(KeyCode.A, false, true);
    assertThat(chosen()).hasSize(MINE.size());
    press(KeyCode.ESCAPE, false, false);
    assertThat(chosen()).isEmpty();
    assertThat(Fx.get(() -> node("#selection-bar").isVisible())).isFalse();
  }

  @Test
  void anotherTabHasItsOwn() {
    click(1, true, false);
    Fx.run(() -> shown.select(Tab.UNANSWERED));
    Fx.run(() -> shown.select(Tab.MINE));
    Fx.frame();
    assertThat(chosen()).isEmpty();
  }

  @Test
  void whatLeavesTheListIsSelectedNoMore() {
    click(0, true, false);
    click(1, true, false);
    Fx.run(() -> desk.inbox.list(Tab.MINE).removeFirst());
    Fx.frame();
    assertThat(count()).isEqualTo("1 selected");
  }

  @Test
  void finishesWhatCanBeFinishedAtOnceAndTellsWhatBecameOfIt() {
    click(0, true, false);
    click(1, true, false);
    press(KeyCode.F, false, false);
    assertThat(batches())
        .containsExactly(
            "batch " + MINE.get(0).id() + " [FinishDialog[]]",
            "batch " + MINE.get(1).id() + " [FinishDialog[]]");
    assertThat(strip()).isEqualTo("Finish: 2 waiting");
    becomes(0, Progress.DONE, null);
    becomes(1, Progress.HELD, HeldReason.TAKEN);
    assertThat(strip()).isEqualTo("Finish: 1 done · 1 held");
    fire("#batch-details");
    assertThat(results())
        .containsExactly(
            MINE.get(1).customer().name() + ": somebody else has it",
            MINE.get(0).customer().name() + ": done");
    Fx.run(() -> shown.press(KeyCode.ENTER));
    Fx.frame();
    assertThat(Fx.get(() -> shown.scene.lookup("#batch-card"))).isNull();
    assertThat(desk.calls).contains("open " + MINE.get(1).id());
  }

  @Test
  void asksWhereItCannotBeDoneWithAll() {
    DialogItem other = Pictures.unanswered().getFirst();
    Fx.run(() -> desk.inbox.list(Tab.MINE).add(other));
    Fx.frame();
    press(KeyCode.A, false, true);
    press(KeyCode.F, false, false);
    assertThat(batches()).isEmpty();
    assertThat(Fx.get(() -> node(".question").getAccessibleText()))
        .contains("Finish " + MINE.size() + " of " + (MINE.size() + 1))
        .contains("1 × ");
    fire("#question-yes");
    assertThat(batches()).hasSize(MINE.size());
    assertThat(strip()).endsWith("1 left out");
  }

  @Test
  void aKeyThatFitsNoneSaysWhyAndActsOnNothingElse() {
    click(0, true, false);
    press(KeyCode.A, false, false);
    assertThat(batches()).isEmpty();
    assertThat(Fx.get(() -> node(".toast").getAccessibleText())).startsWith("Answer: ");
  }

  @Test
  void noKeyActsOnASelectionThatNobodySees() {
    click(0, true, false);
    click(1, true, false);
    Fx.run(() -> shown.act("place-settings"));
    Fx.frame();
    press(KeyCode.F, false, false);
    press(KeyCode.M, false, false);
    press(KeyCode.ESCAPE, false, false);
    assertThat(batches()).isEmpty();
    Fx.run(() -> shown.act("place-contact-center"));
    Fx.frame();
    assertThat(chosen()).containsExactly(0, 1);
  }

  @Test
  void marksSeveralFromTheMenuAndTheCards() {
    click(0, true, false);
    click(1, true, false);
    press(KeyCode.P, false, false);
    press(KeyCode.ENTER, false, false);
    assertThat(batches())
        .hasSize(2)
        .allMatch(call -> call.contains("SetPriority[priority=URGENT]"));
    desk.calls.clear();
    fire("#selection-more");
    Fx.run(() -> shown.press(KeyCode.M));
    assertThat(batches()).hasSize(2).allMatch(call -> call.contains("MuteDialog"));
    desk.calls.clear();
    desk.marks.known.add("VIP");
    press(KeyCode.L, false, false);
    press(KeyCode.ENTER, false, false);
    assertThat(batches()).hasSize(2).allMatch(call -> call.contains("add=[VIP]"));
  }

  @Test
  void undoTakesBackWhatHasNotLeft() {
    click(0, true, false);
    press(KeyCode.F, false, false);
    Batch batch = desk.batches.started.getFirst();
    Fx.run(() -> {
      Batch.Step step = batch.steps().getFirst();
      batch.apply(
          Map.of(
              0, new Batch.Step(step.dialog(), step.intent(), Progress.DELAYED, null, null, true)));
    });
    fire("#batch-undo");
    assertThat(desk.calls).contains("batch.undo");
    fire("#batch-close");
    assertThat(desk.calls).contains("batch.forget");
    assertThat(Fx.get(() -> node("#batch-strip").isVisible())).isFalse();
  }

  private void becomes(int at, Progress progress, @Nullable HeldReason reason) {
    Fx.run(() -> {
      Batch batch = desk.batches.started.getFirst();
      Batch.Step step = batch.steps().get(at);
      batch.apply(
          Map.of(
              at,
              new Batch.Step(
                  step.dialog(), new Intent.FinishDialog(), progress, null, reason, false)));
    });
  }

  private List<String> batches() {
    return desk.calls.stream().filter(call -> call.startsWith("batch ")).toList();
  }

  private String strip() {
    return Fx.get(() -> node("#batch-strip").getAccessibleText());
  }

  private List<String> results() {
    return Fx.get(() ->
        node("#batch-card").lookupAll(".batch-cell").stream()
            .map(ListCell.class::cast)
            .filter(cell -> !cell.isEmpty())
            .sorted(Comparator.comparing(ListCell::getIndex))
            .map(Node::getAccessibleText)
            .toList());
  }

  private String count() {
    return Fx.get(() -> ((Label) node(".selection-count")).getText());
  }

  private List<Integer> chosen() {
    return Fx.get(() ->
        list().lookupAll(".dialog-cell").stream()
            .map(ListCell.class::cast)
            .filter(cell -> !cell.isEmpty() && cell.getPseudoClassStates().contains(CHOSEN))
            .map(ListCell::getIndex)
            .sorted()
            .toList());
  }

  private void click(int row, boolean control, boolean shift) {
    Fx.run(() -> click(cell(row), 150, control, shift));
    Fx.frame();
  }

  private static void click(Node cell, double x, boolean control, boolean shift) {
    Point2D at = cell.localToScene(x, 30);
    Event.fireEvent(
        cell,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            shift,
            control,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  private void press(KeyCode code, boolean shift, boolean control) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Fx.run(() ->
          Event.fireEvent(
              shown.scene.getFocusOwner(),
              new KeyEvent(type, "", "", code, shift, control, false, false)));
    }
    Fx.frame();
  }

  private void fire(String selector) {
    Fx.run(() -> ((Button) node(selector)).fire());
    Fx.frame();
  }

  private ListCell<?> cell(int row) {
    return list().lookupAll(".dialog-cell").stream()
        .map(ListCell.class::cast)
        .filter(cell -> !cell.isEmpty() && cell.getIndex() == row)
        .findFirst()
        .orElseThrow();
  }

  private ListView<?> list() {
    return (ListView<?>) node(".dialog-list");
  }

  private Node node(String selector) {
    Node found = shown.scene.lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }
}
