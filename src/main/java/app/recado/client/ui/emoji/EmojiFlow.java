package app.recado.client.ui.emoji;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Words and emoji in as many lines as they need, in the letters of a label. */
final class EmojiFlow extends TextFlow {
  private final Label owner;

  EmojiFlow(Label owner, List<EmojiText.Piece> pieces) {
    this.owner = owner;
    setMouseTransparent(true);
    setMinWidth(0);
    textAlignmentProperty().bind(owner.textAlignmentProperty());
    for (EmojiText.Piece piece : pieces) {
      switch (piece) {
        case EmojiText.Words some -> {
          Text words = new Text(some.text());
          words.fontProperty().bind(owner.fontProperty());
          words.fillProperty().bind(owner.textFillProperty());
          getChildren().add(words);
        }
        case EmojiText.Picture picture -> {
          EmojiView view = new EmojiView(0);
          view.show(picture.emoji());
          view.followFont(owner.fontProperty());
          getChildren().add(view);
        }
      }
    }
  }

  double firstLine() {
    return EmojiView.besides(owner.getFont().getSize());
  }

  /** Shows no more than there is room for. */
  void cutBelow(double height) {
    setClip(getHeight() > height + 1 ? new Rectangle(getWidth(), height) : null);
  }
}
