package app.recado.client.ui.marks;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.controls.PickRow;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Tags;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The card in which a dialog's tags are chosen or made. Enter chooses, Esc closes. */
public final class TagView extends VBox {
  private static final double WIDTH = 300;
  private static final double LIST = 260;

  private final TagViewModel model;
  private final Texts texts = Texts.of("marks");
  private final TextField query = new TextField();
  private final PickList list = new PickList("tag", LIST);
  private final Label note = new Label();
  private final List<PickRow> rows = new ArrayList<>();

  /**
   * @param close takes the card away
   */
  public TagView(TagViewModel model, Runnable close) {
    this.model = model;
    getStyleClass().addAll("popover", "tag-card");
    setId("tag-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("tags.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    query.setId("tag-query");
    query.setPromptText(texts.get("tags.search"));
    query.setAccessibleText(query.getPromptText());
    list.sayIn(query);
    query.textProperty().bindBidirectional(model.queryProperty());
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.TAG, 16), query);
    field.getStyleClass().add("search-field");
    note.getStyleClass().addAll("tiny", "muted", "tag-note");
    note.setWrapText(true);
    HBox foot = new HBox(Buttons.secondary(texts.get("tags.done"), null, close));
    foot.getStyleClass().add("question-buttons");
    getChildren().setAll(title, field, list, note, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.choicesProperty().subscribe(this::show);
    model.currentProperty().subscribe(at -> mark(at.intValue()));
    query.textProperty().subscribe(typed -> explain());
  }

  /** What gets the focus first. */
  public Node first() {
    return query;
  }

  private void show(List<TagViewModel.Choice> choices) {
    rows.clear();
    list.clear();
    for (TagViewModel.Choice choice : choices) {
      PickRow row = row(choice);
      rows.add(row);
      list.add(row);
    }
    list.setVisible(!choices.isEmpty());
    list.setManaged(!choices.isEmpty());
    mark(model.currentProperty().get());
    explain();
  }

  private PickRow row(TagViewModel.Choice choice) {
    IconView icon = new IconView(choice.fresh() ? Icon.PLUS : Icon.CHECK, 16);
    icon.setVisible(choice.fresh() || choice.chosen());
    Label word =
        new EmojiLabel(choice.fresh() ? texts.get("tags.create", choice.tag()) : choice.tag());
    word.getStyleClass().add("small");
    word.setMinWidth(0);
    PickRow row = new PickRow(icon, word);
    row.setChosen(choice.chosen());
    row.getStyleClass().add("tag-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleRole(AccessibleRole.CHECK_BOX);
    row.setAccessibleText(
        choice.chosen() ? texts.get("tags.chosen", word.getText()) : word.getText());
    row.setOnMouseClicked(clicked -> model.choose(choice));
    return row;
  }

  private void mark(int at) {
    list.mark(at >= 0 && at < rows.size() ? rows.get(at) : null);
  }

  private void explain() {
    String why =
        model.isTooLong()
            ? texts.get("tags.tooLong", Tags.LONGEST)
            : model.isFull()
                ? texts.get("tags.full", Tags.MOST)
                : model.choicesProperty().get().isEmpty() ? texts.get("tags.none") : "";
    note.setText(why);
    note.setVisible(!why.isEmpty());
    note.setManaged(!why.isEmpty());
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case ENTER -> {
        if (!query.isFocused()) {
          return;
        }
        model.chooseCurrent();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
