package app.recado.client.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words and emoji side by side on one line, in the letters of a label; cut with … at its end. */
final class EmojiLine extends Region {
  private static final String CUT = "…";

  private final Label owner;
  private final Label cut;

  EmojiLine(Label owner, List<EmojiText.Piece> pieces) {
    this.owner = owner;
    cut = words(CUT);
    setMouseTransparent(true);
    setMinWidth(0);
    List<Node> nodes = new ArrayList<>();
    for (EmojiText.Piece piece : pieces) {
      switch (piece) {
        case EmojiText.Words some -> nodes.add(words(some.text()));
        case EmojiText.Picture picture -> {
          EmojiView view = new EmojiView(0);
          view.show(picture.emoji());
          view.followFont(owner.fontProperty());
          nodes.add(view);
        }
      }
    }
    nodes.add(cut);
    getChildren().setAll(nodes);
  }

  private Label words(String text) {
    Label label = new Label(text);
    label.fontProperty().bind(owner.fontProperty());
    label.textFillProperty().bind(owner.textFillProperty());
    label.setMinWidth(0);
    return label;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (Node each : getChildren()) {
      width += each == cut ? 0 : Math.ceil(each.prefWidth(-1));
    }
    return width;
  }

  @Override
  protected double computePrefHeight(double width) {
    return cut.prefHeight(-1);
  }

  @Override
  public double getBaselineOffset() {
    return cut.getBaselineOffset();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth();
    double height = cut.prefHeight(-1);
    double baseline = cut.getBaselineOffset();
    double needed = Math.ceil(cut.prefWidth(-1));
    double whole = prefWidth(-1);
    double x = 0;
    boolean full = false;
    cut.setVisible(false);
    for (Node each : getChildren()) {
      if (each == cut) {
        continue;
      }
      double width = Math.ceil(each.prefWidth(-1));
      boolean fits = x + width <= (whole <= room ? room : room - needed);
      each.setVisible(!full && (fits || each instanceof Label));
      if (full) {
        continue;
      }
      if (each instanceof EmojiView view) {
        view.resizeRelocate(
            x, Math.round(baseline - view.getBaselineOffset()), width, view.prefHeight(-1));
      } else {
        // One pixel too few makes a label say that something is missing.
        each.resizeRelocate(
            x, 0, fits ? width : Math.max(0, Math.min(room - x, width - 1)), height);
      }
      full = !fits;
      if (full && each instanceof EmojiView && x + needed <= room) {
        cut.setVisible(true);
        cut.resizeRelocate(x, 0, needed, height);
      }
      x += width;
    }
  }
}
