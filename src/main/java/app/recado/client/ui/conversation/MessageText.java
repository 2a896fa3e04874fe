package app.recado.client.ui.conversation;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * The text of one message: wraps, can be selected with the mouse, and opens its web links. Made for
 * being reused by another message.
 */
final class MessageText extends TextFlow {
  private final Consumer<URI> browse;
  private final Consumer<MessageText> selecting;
  private final Path selection = new Path();
  private String text = "";
  private int anchor;
  private int caret;
  private boolean dragged;

  /**
   * @param selecting told when a selection begins here, so that the one elsewhere goes
   */
  MessageText(Consumer<URI> browse, Consumer<MessageText> selecting) {
    this.browse = browse;
    this.selecting = selecting;
    getStyleClass().add("message-text");
    selection.getStyleClass().add("message-selection");
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::draggedTo);
    setOnMouseReleased(this::released);
    setMinWidth(0);
  }

  void show(String shown) {
    clearSelection();
    if (shown.equals(text) && !getChildren().isEmpty()) {
      return;
    }
    text = shown;
    getChildren().setAll(selection);
    for (Links.Piece piece : Links.cut(shown)) {
      Text part = new Text(piece.text());
      part.getStyleClass().add("message-words");
      if (piece.target() != null) {
        part.getStyleClass().add("message-link");
        part.setUserData(piece.target());
        part.setCursor(Cursor.HAND);
      }
      getChildren().add(part);
    }
  }

  /** What is selected; empty if nothing is. */
  String selected() {
    return text.substring(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  void clearSelection() {
    select(0, 0);
  }

  void selectAll() {
    select(0, text.length());
  }

  private void select(int from, int to) {
    anchor = clamp(from);
    caret = clamp(to);
    selection
        .getElements()
        .setAll(
            anchor == caret
                ? List.of()
                : List.of(rangeShape(Math.min(anchor, caret), Math.max(anchor, caret))));
  }

  private int clamp(int at) {
    return Math.max(0, Math.min(at, text.length()));
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    selecting.accept(this);
    dragged = false;
    int at = indexAt(event);
    switch (event.getClickCount()) {
      case 1 -> select(at, at);
      case 2 -> selectWord(at);
      default -> selectAll();
    }
  }

  private void draggedTo(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      int at = indexAt(event);
      dragged |= at != anchor;
      select(anchor, at);
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !dragged && event.getClickCount() == 1) {
      URI target = linkAt(event);
      if (target != null) {
        browse.accept(target);
      }
    }
  }

  private @Nullable URI linkAt(MouseEvent event) {
    return event.getPickResult().getIntersectedNode() instanceof Text part
            && part.getUserData() instanceof URI target
        ? target
        : null;
  }

  private void selectWord(int at) {
    int from = at;
    int to = at;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    select(from, to);
    dragged = true;
  }

  private int indexAt(MouseEvent event) {
    return clamp(hitTest(new Point2D(event.getX(), event.getY())).getInsertionIndex());
  }
}
