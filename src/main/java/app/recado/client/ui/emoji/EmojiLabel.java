package app.recado.client.ui.emoji;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A label that shows the emoji in its text as pictures. Its text stays the words, for whoever reads
 * it; without emoji it is a label like any other, and costs what that costs.
 */
public final class EmojiLabel extends Label {
  /** Stands for the text while that has emoji; null otherwise. */
  private @Nullable Region drawn;

  public EmojiLabel() {
    textProperty().subscribe(text -> dress());
    wrapTextProperty().subscribe(wraps -> dress());
  }

  public EmojiLabel(String text) {
    this();
    setText(text);
  }

  private void dress() {
    String text = getText();
    List<EmojiText.Piece> pieces =
        text != null && EmojiText.mayHave(text) ? EmojiText.cut(text) : List.of();
    if (pieces.isEmpty() || (pieces.size() == 1 && pieces.getFirst() instanceof EmojiText.Words)) {
      if (drawn != null) {
        drawn = null;
        setGraphic(null);
        setContentDisplay(ContentDisplay.LEFT);
      }
      return;
    }
    drawn = isWrapText() ? new EmojiFlow(this, pieces) : new EmojiLine(this, pieces);
    setGraphic(drawn);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected double computePrefHeight(double width) {
    return drawn instanceof EmojiFlow flow
        ? edges() + flow.prefHeight(width < 0 ? width : width - sides())
        : super.computePrefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return drawn instanceof EmojiFlow flow
        ? Math.min(computePrefHeight(width), edges() + flow.firstLine())
        : super.computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Region shown = drawn;
    if (shown == null) {
      return;
    }
    double room = getWidth() - sides();
    if (shown instanceof EmojiFlow flow) {
      flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), room, flow.prefHeight(room));
      flow.cutBelow(getHeight() - edges());
    } else {
      double width = shown.prefWidth(-1);
      shown.resize(Math.min(room, width), shown.prefHeight(-1));
      if (width >= room) {
        shown.setLayoutX(snappedLeftInset());
      }
    }
    shown.layout();
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  private double edges() {
    return snappedTopInset() + snappedBottomInset();
  }
}
