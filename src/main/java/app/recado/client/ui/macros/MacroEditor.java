package app.recado.client.ui.macros;

import app.recado.client.ui.canned.DeleteButton;
import app.recado.client.ui.canned.Deletion;
import app.recado.client.ui.canned.Whose;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Priority;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Where a macro is written: its name, who has it, and its steps. Alt with an arrow moves the step
 * the keyboard is in.
 */
final class MacroEditor extends VBox {
  /** What can be added, as it is at first. */
  private static final List<MacroStep> KINDS =
      List.of(
          new MacroStep.Answer(),
          new MacroStep.Reply(""),
          new MacroStep.Whisper(""),
          new MacroStep.Tag(List.of(), List.of()),
          new MacroStep.Prioritize(Priority.HIGH),
          new MacroStep.Rename(""),
          new MacroStep.Pin(),
          new MacroStep.Transfer(null, null, ""),
          new MacroStep.Snooze(MacroStep.Morning.TOMORROW, null),
          new MacroStep.Finish());

  private final MacroEditorViewModel model;
  private final Deletion deletion;
  private final Runnable close;
  private final Texts texts = Texts.of("macros");
  private final StepWords words;
  private final StepFields fields;
  private final TextField name = new TextField();
  private final VBox list = new VBox();
  private final List<HBox> rows = new ArrayList<>();
  private final MenuButton add = new MenuButton();
  private final Label full = new Label();
  private final HBox removed = new HBox(8);
  private final Label problem = new Label();
  private final Button save;

  /**
   * @param close takes the editor away
   */
  MacroEditor(MacroEditorViewModel model, Moments moments, Deletion deletion, Runnable close) {
    this.model = model;
    this.deletion = deletion;
    this.close = close;
    model.retell();
    words = new StepWords(model.desk());
    fields = new StepFields(model.desk(), moments, words);
    getStyleClass().add("macro-editor");
    setAccessibleRole(AccessibleRole.DIALOG);
    Label heading = new Label(texts.get(model.isChange() ? "editor.change" : "editor.create"));
    heading.getStyleClass().add("heading");
    setAccessibleText(heading.getText());
    name.setId("macro-name");
    name.textProperty().bindBidirectional(model.nameProperty());
    ComboBox<Whose> whose = new ComboBox<>(FXCollections.observableList(model.choices()));
    whose.setId("macro-whose");
    whose.setMaxWidth(Double.MAX_VALUE);
    whose.setConverter(Whose.converter());
    whose.valueProperty().bindBidirectional(model.whoseProperty());
    list.setId("macro-steps");
    list.getStyleClass().add("macro-steps");
    add.setId("macro-add");
    add.setText(texts.get("editor.add"));
    for (MacroStep kind : KINDS) {
      MenuItem item = new MenuItem(words.kind(kind), new IconView(StepWords.icon(kind), 16));
      item.setOnAction(chosen -> {
        model.add(kind);
        show();
        focus(rows.size() - 1);
      });
      add.getItems().add(item);
    }
    removed.setAlignment(Pos.CENTER_LEFT);
    full.setId("macro-full");
    full.setText(texts.get("editor.full", MacroStep.MOST));
    full.getStyleClass().addAll("small", "muted");
    problem.setId("macro-problem");
    problem.setWrapText(true);
    problem.getStyleClass().addAll("small", "macro-problem");
    save =
        Buttons.primary(
            texts.get("editor.save"),
            Icon.CHECK,
            () -> {
              model.save();
              close.run();
            });
    save.setId("macro-save");
    Label stepsLabel = new Label(texts.get("editor.steps"));
    stepsLabel.getStyleClass().addAll("small", "medium");
    Label hint = new Label(texts.get("editor.hint"));
    hint.getStyleClass().addAll("small", "muted");
    hint.setWrapText(true);
    getChildren()
        .setAll(
            heading,
            field("editor.name", name),
            field("editor.whose", whose),
            stepsLabel,
            hint,
            list,
            removed,
            add,
            full,
            problem,
            buttons());
    model.nameProperty().addListener((at, was, is) -> check());
    show();
  }

  /** What gets the focus first. */
  Node first() {
    return name;
  }

  private Node field(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("small", "medium");
    label.setLabelFor(control);
    control.setAccessibleText(label.getText());
    VBox field = new VBox(label, control);
    field.setSpacing(4);
    return field;
  }

  private Node buttons() {
    HBox buttons = new HBox();
    buttons.getStyleClass().add("question-buttons");
    if (model.isChange()) {
      DeleteButton delete =
          new DeleteButton(
              "macro-delete",
              deletion::isFinal,
              () -> {
                model.delete();
                close.run();
                deletion.done(
                    texts.get("deleted", model.savedName()),
                    texts.get("deleted.undo"),
                    texts.get("deleted.late"),
                    model::restore);
              });
      Region gap = new Region();
      HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
      buttons.getChildren().addAll(delete, gap);
    }
    buttons.getChildren().addAll(Buttons.secondary(texts.get("cancel"), null, close), save);
    return buttons;
  }

  private void show() {
    rows.clear();
    for (int at = 0; at < model.steps().size(); at++) {
      rows.add(row(at, model.steps().get(at)));
    }
    list.getChildren().setAll(rows);
    Shown.when(false, removed);
    Shown.when(!rows.isEmpty(), list);
    add.setDisable(model.isFull());
    Shown.when(model.isFull(), full);
    check();
  }

  private HBox row(int at, MacroStep step) {
    Label kind = new Label(texts.get("preview.step", at + 1, words.kind(step)));
    kind.getStyleClass().add("strong");
    Region gap = new Region();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    Button up = tool(Icon.ARROW_UP, "editor.up", kind, () -> moveByButton(at, -1));
    up.setDisable(at == 0);
    Button down = tool(Icon.ARROW_DOWN, "editor.down", kind, () -> moveByButton(at, 1));
    down.setDisable(at == model.steps().size() - 1);
    Button remove =
        tool(
            Icon.X,
            "editor.remove",
            kind,
            () -> {
              MacroStep gone = model.remove(at);
              show();
              offerBack(at, gone);
              focus(Math.min(at, rows.size() - 1));
            });
    Region space = new Region();
    space.getStyleClass().add("macro-space");
    HBox head =
        new HBox(new IconView(StepWords.icon(step), 16), space, kind, gap, up, down, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(head);
    lines.getStyleClass().add("macro-lines");
    lines
        .getChildren()
        .addAll(
            fields.of(
                step,
                now -> {
                  model.replace(at, now);
                  check();
                }));
    HBox.setHgrow(lines, javafx.scene.layout.Priority.ALWAYS);
    HBox row = new HBox(lines);
    row.getStyleClass().add("macro-step");
    row.setAccessibleRole(AccessibleRole.PARENT);
    row.setAccessibleText(kind.getText());
    row.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          boolean arrow = key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN;
          if (key.isAltDown() && arrow) {
            key.consume();
            move(at, key.getCode() == KeyCode.UP ? -1 : 1);
          }
        });
    return row;
  }

  /** What was written in it is not lost by a slip. */
  private void offerBack(int at, MacroStep gone) {
    Label said = new Label(texts.get("editor.removed", words.kind(gone)));
    said.getStyleClass().addAll("small", "muted");
    Button back =
        Buttons.link(
            texts.get("editor.putBack"),
            () -> {
              model.insert(at, gone);
              show();
              focus(Math.min(at, rows.size() - 1));
            });
    back.setId("macro-put-back");
    removed.getChildren().setAll(said, back);
    Shown.when(true, removed);
  }

  private Button tool(Icon icon, String key, Label kind, Runnable action) {
    Button button = Buttons.icon(icon, texts.get(key), action);
    button.setAccessibleText(texts.get(key) + ": " + kind.getText());
    button.getStyleClass().add(key.replace('.', '-'));
    return button;
  }

  /** The keyboard stays on the button, to move the step on, unless it is at the end. */
  private void moveByButton(int at, int by) {
    int to = model.move(at, by);
    show();
    Node same = rows.get(to).lookup(by < 0 ? ".editor-up" : ".editor-down");
    Node other = rows.get(to).lookup(by < 0 ? ".editor-down" : ".editor-up");
    (same.isDisabled() ? other : same).requestFocus();
  }

  private void move(int at, int by) {
    int to = model.move(at, by);
    show();
    focus(to);
  }

  /**
   * Takes the keyboard to a step: to its first field, or else its first button that can be used.
   */
  private void focus(int at) {
    if (at < 0) {
      add.requestFocus();
      return;
    }
    Node field = firstField(rows.get(at));
    if (field != null) {
      field.requestFocus();
      return;
    }
    rows.get(at).lookupAll(".icon-button").stream()
        .filter(button -> !button.isDisabled())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private static @Nullable Node firstField(Node node) {
    if (node instanceof TextInputControl || node instanceof ComboBox<?>) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstField(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private void check() {
    String why = model.problem();
    problem.setText(why);
    Shown.when(!why.isEmpty() && !model.steps().isEmpty(), problem);
    save.setDisable(!why.isEmpty());
  }
}
