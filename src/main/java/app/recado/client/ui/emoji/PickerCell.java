package app.recado.client.ui.emoji;

import app.recado.client.ui.controls.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One line of the picker, a heading or up to nine emoji; reused for others. */
final class PickerCell extends ListCell<EmojiPickerViewModel.Row> {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final double SIZE = 25;

  private final EmojiPickerViewModel model;
  private final Label heading = new Label();
  private final HBox line = new HBox();
  private final List<Square> squares = new ArrayList<>();

  /**
   * @param pick told which was clicked
   */
  PickerCell(EmojiPickerViewModel model, Consumer<Emoji> pick) {
    this.model = model;
    getStyleClass().add("picker-cell");
    heading.getStyleClass().addAll("section-label", "picker-heading");
    line.getStyleClass().add("picker-line");
    for (int column = 0; column < EmojiPickerViewModel.COLUMNS; column++) {
      squares.add(new Square(column, pick));
    }
    line.getChildren().setAll(squares);
    model.markedProperty().subscribe(now -> mark());
  }

  @Override
  protected void updateItem(EmojiPickerViewModel.@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    switch (empty ? null : row) {
      case EmojiPickerViewModel.Heading title -> {
        heading.setText(title.text());
        setGraphic(heading);
      }
      case EmojiPickerViewModel.Emojis some -> {
        for (int column = 0; column < squares.size(); column++) {
          squares.get(column).show(column < some.emoji().size() ? some.emoji().get(column) : null);
        }
        setGraphic(line);
      }
      case null -> setGraphic(null);
    }
    mark();
  }

  private void mark() {
    EmojiPickerViewModel.Spot spot = model.markedProperty().get();
    for (Square square : squares) {
      square.pseudoClassStateChanged(
          MARKED, spot != null && spot.row() == getIndex() && spot.column() == square.column);
    }
  }

  private final class Square extends StackPane {
    private final int column;
    private final EmojiView view = new EmojiView(SIZE);
    private final Tooltip name = Buttons.tooltip("");
    private @Nullable Emoji emoji;

    Square(int column, Consumer<Emoji> pick) {
      this.column = column;
      getStyleClass().add("picker-square");
      setAccessibleRole(AccessibleRole.BUTTON);
      getChildren().setAll(view);
      Tooltip.install(this, name);
      setOnMouseEntered(over -> model.mark(new EmojiPickerViewModel.Spot(getIndex(), column)));
      setOnMouseClicked(click -> {
        Emoji chosen = emoji;
        if (chosen != null && click.getButton() == MouseButton.PRIMARY) {
          pick.accept(chosen);
        }
      });
    }

    void show(@Nullable Emoji shown) {
      emoji = shown;
      setVisible(shown != null);
      if (shown != null) {
        view.show(shown);
        name.setText(model.name(shown));
        setAccessibleText(model.name(shown));
      }
    }
  }
}
