package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.PicturesOfMacros;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.ChannelId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Running macros and writing them, through the real controls in a whole window. */
class MacrosTest {
  private static final List<DialogItem> MINE = Pictures.mine();

  private final FakeDesk desk = PicturesOfMacros.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    Texts.speak(Language.ENGLISH);
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> shown.select(Tab.MINE));
    Fx.frame();
    Fx.run(() -> shown.act("next-dialog"));
    Fx.frame();
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void fromThePaletteItIsShownFirstAndEnterRunsIt() {
    Fx.run(() -> shown.act("palette"));
    Fx.frame();
    Fx.run(() -> ((TextInputControl) focused()).setText("orcamento"));
    press(KeyCode.ENTER, false);
    assertThat(batches()).as("nothing is done before it was seen").isEmpty();
    assertThat(steps())
        .containsExactly(
            "1. Answer. Left out: already answered",
            "2. Send a reply. Oi, Marina! Mandei o orçamento para Recife, PE. 🪑\n"
                + "Ele vale até sexta.",
            "3. Put on: orçamento",
            "4. High priority",
            "5. Snooze until tomorrow 09:00");
    assertThat(runButton()).isEqualTo("Run 4 steps");
    press(KeyCode.ENTER, false);
    assertThat(batches()).hasSize(1);
    assertThat(batches().getFirst())
        .startsWith("batch " + MINE.getFirst().id() + " [SendMessage[text=Oi, Marina!")
        .contains("TagDialog[add=[orçamento]", "SetPriority[priority=HIGH]", "SnoozeDialog[");
    assertThat(strip()).isEqualTo("Orçamento enviado: 4 waiting");
  }

  @Test
  void escapeLeavesThingsBe() {
    press(KeyCode.R, true);
    press(KeyCode.ENTER, false);
    assertThat(Fx.get(() -> shown.scene.lookup("#macro-preview"))).isNotNull();
    press(KeyCode.ESCAPE, false);
    assertThat(Fx.get(() -> shown.scene.lookup("#macro-preview"))).isNull();
    assertThat(batches()).isEmpty();
  }

  @Test
  void eachStepHasItsResult() {
    press(KeyCode.R, true);
    type("orç");
    press(KeyCode.ENTER, false);
    press(KeyCode.ENTER, false);
    becomes(0, Progress.DONE, null);
    becomes(1, Progress.HELD, HeldReason.TAKEN);
    becomes(2, Progress.HELD, HeldReason.DEPENDS_ON_HELD);
    assertThat(strip()).isEqualTo("Orçamento enviado: 1 done · 1 waiting · 2 held");
    fire("#batch-details");
    assertThat(results())
        .containsExactly(
            "1. Reply: done",
            "2. Tags: somebody else has it",
            "3. Priority: waits for what is held",
            "4. Snooze: being kept");
  }

  @Test
  void whatIsNotKnownBlocksItAndIsNamed() {
    Fx.run(() -> shown.act("next-dialog"));
    Fx.frame();
    press(KeyCode.R, true);
    type("montagem");
    press(KeyCode.ENTER, false);
    assertThat(Fx.get(() -> node("#macro-missing").isVisible())).isTrue();
    assertThat(Fx.get(() -> ((Labeled) node("#macro-missing .label")).getText()))
        .startsWith("{cliente.telefone} is not known here.");
    assertThat(Fx.get(() -> node("#macro-run").isDisabled())).isTrue();
    press(KeyCode.ENTER, false);
    assertThat(batches()).isEmpty();
  }

  @Test
  void onTheSelectedItSaysHowManyAndRunsOnEach() {
    DialogItem other = Pictures.unanswered().getFirst();
    Fx.run(() -> desk.inbox.list(Tab.MINE).add(other));
    Fx.frame();
    Fx.run(() -> {
      shown.areas.selection().toggle(MINE.get(0).id());
      shown.areas.selection().toggle(MINE.get(1).id());
      shown.areas.selection().toggle(other.id());
    });
    Fx.frame();
    Fx.run(() -> shown.act("selected-macros"));
    Fx.frame();
    type("encerrar");
    press(KeyCode.ENTER, false);
    assertThat(runButton()).isEqualTo("Run in 2 conversations");
    assertThat(Fx.get(() -> ((Labeled) node("#macro-others")).getText()))
        .contains("1 × answer it first");
    fire("#macro-run");
    assertThat(batches())
        .hasSize(2)
        .allMatch(call -> call.contains("FinishDialog"))
        .anyMatch(call -> call.contains("Obrigado pela conversa, João!"));
    assertThat(strip()).endsWith("1 left out");
    becomes(0, Progress.DONE, null);
    fire("#batch-details");
    assertThat(results()).first().isEqualTo(MINE.get(0).customer().name() + " · Reply: done");
  }

  @Test
  void aButtonThatMovesAStepKeepsTheKeyboard() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    List.of(9, 1, 2).forEach(this::addStep);
    Fx.run(() -> ((Button) row(2).lookup(".editor-up")).fire());
    assertThat(Fx.get(() -> focused() == row(1).lookup(".editor-up"))).isTrue();
    Fx.run(() -> ((Button) focused()).fire());
    assertThat(Fx.get(() -> focused() == row(0).lookup(".editor-down"))).as("at the top").isTrue();
  }

  @Test
  void whyNoMoreStepsCanBeAddedIsSaid() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    for (int steps = 1; steps < MacroStep.MOST; steps++) {
      addStep(9);
    }
    assertThat(Fx.get(() -> node("#macro-full").isVisible())).isFalse();
    addStep(9);
    assertThat(Fx.get(() -> node("#macro-add").isDisabled())).isTrue();
    assertThat(Fx.get(() -> node("#macro-full").isVisible())).isTrue();
    assertThat(Fx.get(() -> ((Labeled) node("#macro-full")).getText()))
        .isEqualTo("There are 20 steps, as many as a macro may have.");
  }

  @Test
  void oneIsWrittenReorderedByKeysAndKept() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    Fx.run(() -> ((TextInputControl) node("#macro-name")).setText("Obrigado"));
    assertThat(Fx.get(() -> node("#macro-save").isDisabled())).isTrue();
    addStep(9);
    addStep(1);
    assertThat(problem()).isEqualTo("Step 2: write the text.");
    Fx.run(() -> ((TextInputControl) focused()).setText("Obrigado, {cliente.nomme}!"));
    assertThat(problem()).startsWith("Step 2: {cliente.nomme} is no variable");
    Fx.run(() -> ((TextInputControl) focused()).setText("Obrigado, {cliente.nome|viu}!"));
    Fx.run(() ->
        Event.fireEvent(
            focused(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false)));
    Fx.frame();
    addStep(7);
    assertThat(problem()).isEqualTo("Step 3: choose to whom.");
    Fx.run(() -> ((ComboBox<?>) focused()).getSelectionModel().selectFirst());
    addStep(2);
    Fx.run(() -> ((Button) row(3).lookup(".editor-remove")).fire());
    Fx.frame();
    Fx.run(() -> ((Button) row(2).lookup(".editor-up")).fire());
    Fx.frame();
    fire("#macro-save");
    assertThat(desk.calls)
        .filteredOn(call -> call.startsWith("macros."))
        .singleElement()
        .asString()
        .startsWith("macros.create Content[scope=PERSONAL, channel=null, name=Obrigado, steps=[")
        .contains(
            "Reply[text=Obrigado, {cliente.nome|viu}!], Transfer[user="
                + desk.people.getFirst().id())
        .endsWith("Finish[]]]");
  }

  @Test
  void oneIsChangedOrDeleted() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    Fx.run(() -> ((Button) node(".canned-row")).fire());
    Fx.frame();
    fire("#macro-delete");
    assertThat(desk.calls).contains("macros.delete macro-close");
    assertThat(Fx.get(() -> shown.scene.lookup(".macro-editor"))).isNull();
    assertThat(Fx.get(() -> node(".toast").getAccessibleText()))
        .isEqualTo("The macro “Encerrar com agradecimento” was deleted");
    fire(".toast .button");
    assertThat(desk.calls).contains("macros.restore macro-close");
  }

  @Test
  void whereNothingCanBeUndoneItIsAskedFirst() {
    Fx.run(() -> shown.preferences.undoSeconds().set(0));
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire(".canned-row");
    fire("#macro-delete");
    assertThat(Fx.get(this::focused)).isEqualTo(node("#macro-delete-keep"));
    fire("#macro-delete-keep");
    assertThat(Fx.get(this::focused)).isEqualTo(node("#macro-delete"));
    assertThat(desk.calls).noneMatch(call -> call.startsWith("macros.delete"));
    fire("#macro-delete");
    fire("#macro-delete-sure");
    assertThat(desk.calls).contains("macros.delete macro-close");
    assertThat(Fx.<Object>get(() -> shown.scene.lookup(".toast .button"))).isNull();
  }

  @Test
  void emojiOfAStepAreSeenInColourBelowWhereTheyAreWritten() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    addStep(1);
    assertThat(Fx.get(() -> node(".emoji-echo").isVisible())).isFalse();
    Fx.run(() -> ((TextInputControl) focused()).setText("Oi, {cliente.nome}!\nMandei 🪑 e 📦."));
    Fx.frame();
    assertThat(Fx.get(() -> node(".emoji-echo").isVisible())).isTrue();
    assertThat(Fx.get(() -> ((Labeled) node(".emoji-echo .small")).getText()))
        .as("the line with emoji alone")
        .isEqualTo("Mandei 🪑 e 📦.");
    assertThat(
            Fx.get(() ->
                node(".emoji-echo").lookupAll("EmojiView").stream()
                    .map(Node::getAccessibleText)
                    .toList()))
        .containsExactlyInAnyOrder("🪑", "📦");
    Fx.run(() -> ((TextInputControl) focused()).setText("Oi! © 2026"));
    assertThat(Fx.get(() -> node(".emoji-echo").isVisible())).isFalse();
  }

  @Test
  @SuppressWarnings("unchecked")
  void howLongItSleepsCanBeTypedAndWhenThatEndsIsSaid() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    Fx.run(() -> ((TextInputControl) node("#macro-name")).setText("Dormir"));
    addStep(8);
    ComboBox<Object> presets = (ComboBox<Object>) node(".macro-snooze");
    assertThat(says()).isEqualTo("Run now, it would be until tomorrow 09:00.");
    assertThat(Fx.get(() -> node(".macro-snooze-amount").getParent().isVisible())).isFalse();
    Fx.run(() -> presets.getSelectionModel().selectLast());
    Fx.frame();
    assertThat(Fx.get(this::focused)).isEqualTo(node(".macro-snooze-amount"));
    assertThat(problem()).isEqualTo("Step 1: say for how long: from a minute to a year.");
    assertThat(Fx.get(() -> node("#macro-save").isDisabled())).isTrue();
    for (String none : List.of("0", "-1", "1,5", "x", "99999", "١")) {
      Fx.run(() -> ((TextInputControl) focused()).setText(none));
      assertThat(says()).as(none).isEqualTo("A whole number, from a minute to a year.");
      assertThat(Fx.get(() -> node("#macro-save").isDisabled())).as(none).isTrue();
    }
    Fx.run(() -> ((TextInputControl) focused()).setText(" 45 "));
    Fx.run(() -> ((ComboBox<?>) node(".macro-snooze-unit")).getSelectionModel().selectFirst());
    assertThat(says()).isEqualTo("Run now, it would be until 15:03.");
    fire("#macro-save");
    assertThat(desk.calls)
        .anyMatch(call -> call.contains("steps=[Snooze[until=null, minutes=45]]"));
  }

  @Test
  void aTimeOfOnesOwnIsThereAgain() {
    only(new MacroStep.Snooze(null, 7_200));
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire(".canned-row");
    assertThat(Fx.get(() -> ((TextInputControl) node(".macro-snooze-amount")).getText()))
        .isEqualTo("5");
    assertThat(Fx.get(() -> ((ComboBox<?>) node(".macro-snooze-unit")).getValue()))
        .hasToString("DAYS");
  }

  @Test
  @SuppressWarnings("unchecked")
  void whoIsGoneIsSaidInWordsAndGetsNothing() {
    only(
        new MacroStep.Transfer(new UserId("gone"), null, ""),
        new MacroStep.Transfer(null, new ChannelId("gone"), ""));
    press(KeyCode.R, true);
    assertThat(Fx.get(() -> node("#macro-picker .tag-row").getAccessibleText()))
        .endsWith(
            ". Transfer to somebody who is not there any more · Transfer to a channel that is not"
                + " there any more");
    press(KeyCode.ENTER, false);
    assertThat(steps())
        .first()
        .isEqualTo(
            "1. Transfer to somebody who is not there any more."
                + " Cannot be done: whoever should get it is not there any more");
    assertThat(Fx.get(() -> node("#macro-run").isDisabled())).isTrue();
    press(KeyCode.ESCAPE, false);
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire(".canned-row");
    assertThat(problem())
        .isEqualTo("Step 1: whoever should get it is not there any more; choose somebody else.");
    ComboBox<Object> who = (ComboBox<Object>) row(0).lookup(".combo-box");
    assertThat(Fx.get(() -> who.getConverter().toString(who.getValue())))
        .isEqualTo("Somebody who is not there any more");
    assertThat(Fx.get(() -> node("#macro-save").isDisabled())).isTrue();
  }

  @Test
  void aMacroForOthersMayTransferToOneself() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    Fx.run(() -> ((TextInputControl) node("#macro-name")).setText("Para mim"));
    addStep(7);
    Fx.run(() -> ((ComboBox<?>) focused()).getSelectionModel().select(desk.people.size()));
    fire("#macro-save");
    assertThat(desk.calls).anyMatch(call -> call.contains("Transfer[user=" + desk.me.get().id()));
  }

  private void only(MacroStep... steps) {
    MacroRow row = desk.macros.all.getFirst();
    Fx.run(() ->
        desk.macros.all.setAll(
            new MacroRow(
                row.id(),
                row.scope(),
                row.channel(),
                row.owner(),
                row.name(),
                List.of(steps),
                row.updatedAt())));
  }

  @Test
  void whatIsWrittenStaysWhenTheSectionIsLeftAndWhenTheLanguageChanges() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    Fx.run(() -> ((TextInputControl) node("#macro-name")).setText("Obrigado"));
    addStep(1);
    Fx.run(() -> ((TextInputControl) focused()).setText("Obrigado por"));
    Fx.run(() -> shown.areas.openKeys());
    Fx.run(() -> shown.act("tab-mine"));
    Fx.frame();
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    assertThat(written()).containsExactly("Obrigado", "Obrigado por");
    Shown before = shown;
    Texts.speak(Language.SPANISH);
    shown =
        Fx.get(() -> {
          before.act("tab-mine");
          Shown again = new Shown(desk, 1440, 900, Appearance.LIGHT);
          again.areas.resume(before.areas);
          before.close();
          again.areas.openMacros();
          return again;
        });
    Fx.frame();
    assertThat(written()).containsExactly("Obrigado", "Obrigado por");
    assertThat(Fx.get(() -> ((ComboBox<?>) node("#macro-whose")).getValue()))
        .asString()
        .contains("Solo yo");
    Fx.run(() -> ((TextInputControl) node("#macro-name")).clear());
    assertThat(problem()).startsWith("Dale un nombre");
    fire(".macro-editor .question-buttons .button");
    Fx.run(() -> shown.areas.openKeys());
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    assertThat(Fx.<Object>get(() -> shown.scene.lookup(".macro-editor"))).as("given up").isNull();
  }

  private List<String> written() {
    return Fx.get(() ->
        List.of(
            ((TextInputControl) node("#macro-name")).getText(),
            ((TextInputControl) row(0).lookup(".macro-area")).getText()));
  }

  @Test
  void oneThatWasOnlyLookedAtDoesNotComeBack() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire(".canned-row");
    Fx.run(() -> shown.areas.openKeys());
    Fx.run(() -> shown.areas.openMacros());
    assertThat(Fx.<Object>get(() -> shown.scene.lookup(".macro-editor"))).isNull();
  }

  @Test
  void thatThereAreMoreThanAreShownIsSaidAndTheyAreFound() {
    MacroRow row = desk.macros.all.getFirst();
    List<MacroRow> many =
        IntStream.rangeClosed(1, 302)
            .mapToObj(at ->
                new MacroRow(
                    new MacroId("m" + at),
                    row.scope(),
                    row.channel(),
                    row.owner(),
                    "Macro %03d".formatted(at),
                    row.steps(),
                    row.updatedAt()))
            .toList();
    Fx.run(() -> desk.macros.all.setAll(many));
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    assertThat(Fx.get(() -> ((Labeled) node("#macros-more")).getText()))
        .isEqualTo("2 more: search to find them.");
    Fx.run(() -> ((TextInputControl) node("#macros-query")).setText("302"));
    assertThat(Fx.<Object>get(() -> shown.scene.lookup("#macros-more"))).isNull();
    assertThat(Fx.get(() -> node(".canned-row").getAccessibleText())).startsWith("Macro 302");
  }

  @Test
  void theFieldSaysWhichRowEnterTakes() {
    press(KeyCode.R, true);
    assertThat(Fx.get(() -> focused().getAccessibleText()))
        .startsWith("Encerrar com agradecimento. ")
        .endsWith(". " + Texts.of("macros").get("picker.search"));
    press(KeyCode.DOWN, false);
    assertThat(Fx.get(() -> focused().getAccessibleText())).startsWith("Orçamento enviado. ");
    press(KeyCode.ESCAPE, false);
    Fx.run(() -> shown.act("invite"));
    Fx.frame();
    press(KeyCode.DOWN, false);
    String said = Fx.get(() -> focused().getAccessibleText());
    press(KeyCode.ENTER, false);
    assertThat(Fx.get(() -> focused().getAccessibleText()))
        .isNotEqualTo(said)
        .contains(", chosen. ");
    press(KeyCode.ESCAPE, false);
    Fx.run(() -> shown.act("palette"));
    Fx.frame();
    String first = Fx.get(() -> focused().getAccessibleText());
    press(KeyCode.DOWN, false);
    assertThat(Fx.get(() -> focused().getAccessibleText())).isNotEqualTo(first);
  }

  @Test
  void aStepThatWasRemovedCanBePutBack() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    addStep(1);
    Fx.run(() -> ((TextInputControl) focused()).setText("Um texto longo"));
    addStep(9);
    Fx.run(() -> ((Button) row(0).lookup(".editor-remove")).fire());
    Fx.frame();
    fire("#macro-put-back");
    assertThat(Fx.get(() -> ((TextInputControl) focused()).getText())).isEqualTo("Um texto longo");
    assertThat(Fx.get(() -> node("#macro-put-back").getParent().isVisible())).isFalse();
  }

  @Test
  void tabLeadsOnFromAFieldOfSeveralLines() {
    Fx.run(() -> shown.areas.openMacros());
    Fx.frame();
    fire("#macro-new");
    addStep(1);
    Node area = Fx.get(this::focused);
    press(KeyCode.TAB, false);
    assertThat(Fx.get(this::focused)).isInstanceOf(MenuButton.class);
    assertThat(Fx.get(() -> ((TextInputControl) area).getText())).isEmpty();
    press(KeyCode.TAB, true);
    assertThat(Fx.get(this::focused)).isSameAs(area);
  }

  private String says() {
    return Fx.get(() -> ((Labeled) node(".macro-snooze-says")).getText());
  }

  private void addStep(int kind) {
    Fx.run(() -> ((MenuButton) node("#macro-add")).getItems().get(kind).fire());
    Fx.frame();
  }

  private Node row(int at) {
    return ((Pane) node("#macro-steps")).getChildren().get(at);
  }

  private String problem() {
    return Fx.get(() -> ((Labeled) node("#macro-problem")).getText());
  }

  private void type(String words) {
    Fx.run(() -> ((TextInputControl) node("#macro-query")).setText(words));
    Fx.frame();
  }

  private List<String> steps() {
    return Fx.get(() ->
        ((Pane) node("#macro-preview .macro-steps"))
            .getChildren().stream().map(Node::getAccessibleText).toList());
  }

  private String runButton() {
    return Fx.get(() -> ((Button) node("#macro-run")).getText());
  }

  private void becomes(int at, Progress progress, @Nullable HeldReason reason) {
    Fx.run(() -> {
      Batch batch = desk.batches.started.getFirst();
      Batch.Step step = batch.steps().get(at);
      batch.apply(
          Map.of(at, new Batch.Step(step.dialog(), step.intent(), progress, null, reason, false)));
    });
  }

  private List<String> results() {
    return Fx.get(() ->
        node("#batch-card").lookupAll(".batch-cell").stream()
            .map(ListCell.class::cast)
            .filter(cell -> !cell.isEmpty())
            .sorted(java.util.Comparator.comparing(ListCell::getIndex))
            .map(Node::getAccessibleText)
            .toList());
  }

  private List<String> batches() {
    return desk.calls.stream().filter(call -> call.startsWith("batch ")).toList();
  }

  private String strip() {
    return Fx.get(() -> node("#batch-strip").getAccessibleText());
  }

  private void press(KeyCode code, boolean shift) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Fx.run(() ->
          Event.fireEvent(focused(), new KeyEvent(type, "", "", code, shift, false, false, false)));
      Fx.frame();
    }
  }

  private void fire(String selector) {
    Fx.run(() -> ((Button) node(selector)).fire());
    Fx.frame();
  }

  private Node focused() {
    return Objects.requireNonNull(shown.scene.getFocusOwner());
  }

  private Node node(String selector) {
    Node found = shown.scene.lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }
}
