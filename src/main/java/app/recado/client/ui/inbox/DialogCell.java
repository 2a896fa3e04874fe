package app.recado.client.ui.inbox;

import app.recado.client.state.DialogItem;
import app.recado.protocol.DialogId;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A cell of the list; opens its dialog on a click. What it shows lies in {@link DialogRowPane}. */
final class DialogCell extends ListCell<DialogItem> {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final DialogRowPane row;
  private final InboxViewModel model;

  /**
   * @param twice follows the opening when the click was a double one
   */
  DialogCell(DialogRowPane row, InboxViewModel model, Consumer<DialogId> opening, Runnable twice) {
    this.row = row;
    this.model = model;
    getStyleClass().add("dialog-cell");
    setText(null);
    // The list decides the width; a long name must not widen it.
    setPrefWidth(0);
    setOnMouseClicked(click -> {
      DialogItem item = getItem();
      if (item == null) {
        return;
      }
      if (click.isShortcutDown() || DialogRowPane.isOnAvatar(click.getX())) {
        model.selection().toggle(item.id());
      } else if (click.isShiftDown()) {
        model.selectTo(item.id());
      } else {
        opening.accept(item.id());
        if (click.getClickCount() == 2) {
          twice.run();
        }
      }
    });
    setOnMouseMoved(move -> row.offer(DialogRowPane.isOnAvatar(move.getX())));
    setOnMouseExited(gone -> row.offer(false));
  }

  @Override
  protected void updateItem(@Nullable DialogItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(OPEN, false);
      pseudoClassStateChanged(CHOSEN, false);
      return;
    }
    row.show(item);
    setGraphic(row);
    showOpen();
    showSelected();
  }

  /** Follows what is selected. */
  void showSelected() {
    DialogItem item = getItem();
    if (item != null) {
      boolean chosen = model.selection().has(item.id());
      pseudoClassStateChanged(CHOSEN, chosen);
      row.choose(chosen);
      setAccessibleText(row.spoken());
    }
  }

  /** Follows which dialog is open. */
  void showOpen() {
    DialogItem item = getItem();
    pseudoClassStateChanged(OPEN, item != null && item.id().equals(model.open().get()));
  }

  /** Names that it shows may be others now. */
  void showAgain() {
    DialogItem item = getItem();
    if (item != null) {
      row.show(item);
      setAccessibleText(row.spoken());
    }
  }

  /** Follows whether the agent is named there. */
  void showMentioned() {
    DialogItem item = getItem();
    if (item != null && row.showMentioned(item.id())) {
      setAccessibleText(row.spoken());
    }
  }

  /** Counts the waiting time on. */
  void tick() {
    if (getItem() != null && row.tick()) {
      setAccessibleText(row.spoken());
    }
  }
}
