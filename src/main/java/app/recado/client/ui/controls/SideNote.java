package app.recado.client.ui.controls;

import javafx.scene.control.Label;

/**
 * A note at the end of a row: whole while it is short, and never in the way of what it is about.
 */
public final class SideNote extends Label {
  private static final double WIDEST = 240;

  public SideNote(String text) {
    super(text);
    setMaxWidth(WIDEST);
    getStyleClass().addAll("tiny", "subtle");
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.min(WIDEST, computePrefWidth(height));
  }
}
