package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.controls.PickRow;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.MacroRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card in which a macro is chosen. Enter chooses, Esc closes. */
final class MacroPicker extends VBox {
  private static final double WIDTH = 360;
  private static final double LIST = 300;

  private final Desk desk;
  private final List<DialogItem> items;
  private final Consumer<MacroRow> chosen;
  private final Texts texts = Texts.of("macros");
  private final StepWords words;
  private final TextField query = new TextField();
  private final PickList list = new PickList("tag", LIST);
  private final Label nothing = new Label();
  private final List<MacroRow> macros = new ArrayList<>();
  private final List<PickRow> rows = new ArrayList<>();
  private int current;

  /**
   * @param items the dialogs it is for
   * @param chosen also takes the card away
   * @param library turns to where macros are written; null for no way there from here
   */
  MacroPicker(
      Desk desk, List<DialogItem> items, Consumer<MacroRow> chosen, @Nullable Runnable library) {
    this.desk = desk;
    this.items = items;
    this.chosen = chosen;
    words = new StepWords(desk);
    getStyleClass().addAll("popover", "tag-card");
    setId("macro-picker");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("picker.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    query.setId("macro-query");
    query.setPromptText(texts.get("picker.search"));
    query.setAccessibleText(query.getPromptText());
    list.sayIn(query);
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query);
    field.getStyleClass().add("search-field");
    nothing.getStyleClass().addAll("small", "muted", "tag-note");
    nothing.setWrapText(true);
    getChildren().setAll(title, field, list, nothing);
    if (library != null) {
      HBox foot = new HBox(Buttons.secondary(texts.get("picker.library"), null, library));
      foot.getStyleClass().add("question-buttons");
      getChildren().add(foot);
    }
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    query.textProperty().subscribe(this::show);
  }

  /** What gets the focus first. */
  Node first() {
    return query;
  }

  private void show(String typed) {
    macros.clear();
    rows.clear();
    list.clear();
    macros.addAll(MacroChoice.find(desk, items, typed, texts.locale()));
    for (MacroRow macro : macros) {
      PickRow row = row(macro);
      rows.add(row);
      list.add(row);
    }
    list.setVisible(!macros.isEmpty());
    list.setManaged(!macros.isEmpty());
    nothing.setText(texts.get(typed.isBlank() ? "picker.none" : "picker.nothing"));
    nothing.setVisible(macros.isEmpty());
    nothing.setManaged(macros.isEmpty());
    mark(0);
  }

  private PickRow row(MacroRow macro) {
    Label name = new EmojiLabel(macro.name());
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    Label steps = new EmojiLabel(words.all(macro.steps()));
    steps.getStyleClass().addAll("tiny", "muted");
    steps.setMinWidth(0);
    VBox lines = new VBox(name, steps);
    lines.setMinWidth(0);
    PickRow row = new PickRow(lines);
    row.getStyleClass().add("tag-row");
    row.setAccessibleText(macro.name() + ". " + steps.getText());
    row.setOnMouseClicked(clicked -> chosen.accept(macro));
    return row;
  }

  private void mark(int at) {
    current = at;
    list.mark(at < rows.size() ? rows.get(at) : null);
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> step(1);
      case UP -> step(-1);
      case ENTER -> {
        if (!query.isFocused()) {
          return;
        }
        if (!macros.isEmpty()) {
          chosen.accept(macros.get(current));
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int by) {
    if (!rows.isEmpty()) {
      mark(Math.floorMod(current + by, rows.size()));
    }
  }
}
