package app.recado.client.ui.controls;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Pieces of one text side by side. The piece that meets the edge ends in an ellipsis, and none
 * before it; those behind it are not shown.
 */
public final class OneLine extends Region {
  private final List<Label> pieces;

  public OneLine(List<Label> pieces) {
    this.pieces = List.copyOf(pieces);
    getStyleClass().add("one-line");
    setMinWidth(0);
    getChildren().setAll(this.pieces);
  }

  @Override
  protected double computePrefWidth(double height) {
    return pieces.stream().mapToDouble(OneLine::width).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    return pieces.stream().mapToDouble(piece -> Math.ceil(piece.prefHeight(-1))).max().orElse(0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (Label piece : pieces) {
      double room = getWidth() - x;
      double width = Math.min(width(piece), room);
      piece.setVisible(width > 0);
      double height = Math.ceil(piece.prefHeight(-1));
      piece.resizeRelocate(x, Math.round((getHeight() - height) / 2), Math.max(0, width), height);
      x += width(piece);
    }
  }

  private static double width(Label piece) {
    return Math.ceil(piece.prefWidth(-1));
  }
}
