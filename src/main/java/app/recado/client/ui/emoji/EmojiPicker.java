package app.recado.client.ui.emoji;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.PickList;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The card in which one looks for an emoji: a search field, recent ones and all by group, and the
 * skin tone. The keyboard stays in the field; arrows mark, Enter picks, with Shift it stays open.
 */
public final class EmojiPicker extends VBox {
  private static final double HEIGHT = 196;
  private static final double MARK = 20;
  private static final int TONES = 6;
  private static final String HAND = "🖐️";

  /** What a group is known by, where its first emoji is not. */
  private static final Map<String, String> SIGNS =
      Map.of(
          "animals-nature", "🐾",
          "food-drink", "🍎",
          "travel-places", "🚗",
          "activities", "⚽",
          "objects", "💡",
          "symbols", "❤️");

  private final EmojiPickerViewModel model;
  private final Consumer<String> insert;
  private final Runnable close;
  private final Texts texts = Texts.of("emoji");
  private final TextField query = new TextField();
  private final ListView<EmojiPickerViewModel.Row> list = new ListView<>();
  private final Label nothing = new Label();
  private final HBox foot = new HBox();
  private boolean keepOpen;

  /**
   * @param insert given the characters of each emoji picked
   * @param close takes the card away
   */
  public EmojiPicker(EmojiHabits habits, Consumer<String> insert, Runnable close) {
    this.insert = insert;
    this.close = close;
    model = new EmojiPickerViewModel(habits);
    getStyleClass().addAll("popover", "emoji-picker");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(texts.get("title"));
    query.setId("emoji-query");
    query.setPromptText(texts.get("search"));
    query.setAccessibleText(query.getPromptText());
    query.textProperty().bindBidirectional(model.queryProperty());
    HBox.setHgrow(query, Priority.ALWAYS);
    HBox field = new HBox(new IconView(Icon.SEARCH, 16), query);
    field.getStyleClass().add("search-field");
    list.getStyleClass().add("picker-list");
    list.setFocusTraversable(false);
    list.setCellFactory(made -> new PickerCell(model, this::pick));
    nothing.getStyleClass().addAll("small", "muted");
    nothing.setWrapText(true);
    StackPane middle = new StackPane(list, nothing);
    middle.setMinHeight(HEIGHT);
    middle.setPrefHeight(HEIGHT);
    middle.setMaxHeight(HEIGHT);
    foot.getStyleClass().add("picker-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    showGroups();
    getChildren().setAll(field, middle, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventFilter(MouseEvent.MOUSE_CLICKED, click -> keepOpen = click.isShiftDown());
    model
        .rowsProperty()
        .subscribe(rows -> {
          list.getItems().setAll(rows);
          nothing.setText(rows.isEmpty() ? texts.get("nothing", model.queryProperty().get()) : "");
          list.scrollTo(0);
        });
    model.markedProperty().subscribe(this::reveal);
  }

  /** What gets the focus first. */
  public Node first() {
    return query;
  }

  private void pick(Emoji emoji) {
    model.picked(emoji);
    insert.accept(emoji.sequence());
    if (!keepOpen) {
      close.run();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (!query.isFocused()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> model.stepLine(1);
      case UP -> model.stepLine(-1);
      case RIGHT -> model.step(1);
      case LEFT -> model.step(-1);
      case ENTER -> {
        Emoji emoji = model.at(model.markedProperty().get());
        keepOpen = event.isShiftDown();
        if (emoji != null) {
          pick(emoji);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Keeps the marked one in view and says what it is. */
  private void reveal(EmojiPickerViewModel.@Nullable Spot spot) {
    Emoji emoji = model.at(spot);
    if (spot == null || emoji == null) {
      PickList.say(query, query.getPromptText());
      return;
    }
    PickList.say(query, model.name(emoji));
    if (!isInView(spot.row())) {
      list.scrollTo(spot.row());
    }
  }

  private boolean isInView(int row) {
    return list.lookupAll(".picker-cell").stream()
        .filter(PickerCell.class::isInstance)
        .map(PickerCell.class::cast)
        .filter(cell -> cell.isVisible() && cell.getIndex() == row)
        .map(cell -> list.sceneToLocal(cell.localToScene(cell.getLayoutBounds())))
        .anyMatch(at -> at.getMinY() >= -1 && at.getMaxY() <= list.getHeight() + 1);
  }

  private void showGroups() {
    foot.getChildren().clear();
    for (EmojiIndex.Group group : EmojiIndex.all().groups()) {
      String words = texts.get("group." + group.name());
      Button button = button(sign(group), words, () -> jumpTo(group.name()));
      button.setId("group-" + group.name());
      foot.getChildren().add(button);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button tone = button(hand(model.tone()), texts.get("tone"), this::showTones);
    tone.setId("emoji-tone");
    foot.getChildren().addAll(gap, tone);
  }

  private void jumpTo(String group) {
    query.clear();
    int row = model.rowOf(group);
    if (row >= 0) {
      list.scrollTo(row);
    }
  }

  private void showTones() {
    foot.getChildren().clear();
    for (int tone = 0; tone < TONES; tone++) {
      int chosen = tone;
      Button button =
          button(
              hand(tone),
              texts.get("tone." + tone),
              () -> {
                model.choose(chosen);
                showGroups();
                query.requestFocus();
              });
      button.setId("tone-" + tone);
      foot.getChildren().add(button);
    }
    foot.getChildren().get(model.tone()).requestFocus();
  }

  private static Emoji sign(EmojiIndex.Group group) {
    String sign = SIGNS.get(group.name());
    Emoji emoji = sign == null ? null : EmojiIndex.all().get(sign);
    return emoji == null ? group.emoji().getFirst() : emoji;
  }

  private static Emoji hand(int tone) {
    EmojiIndex index = EmojiIndex.all();
    return index.toned(Objects.requireNonNull(index.get(HAND)), tone);
  }

  private static Button button(Emoji emoji, String words, Runnable action) {
    EmojiView view = new EmojiView(MARK);
    view.show(emoji);
    Button button = Buttons.icon(Icon.SMILE, words, action);
    button.setGraphic(view);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("picker-button");
    return button;
  }
}
