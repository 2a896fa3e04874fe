package app.recado.client.ui.conversation;

import app.recado.client.ui.emoji.EmojiLabel;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a message refers to, above its text; a press leads there. */
final class QuoteStrip extends VBox {
  private final Label author = new EmojiLabel();
  private final Label text = new EmojiLabel();

  QuoteStrip() {
    getStyleClass().add("quote-strip");
    author.getStyleClass().add("quote-author");
    text.getStyleClass().add("quote-text");
    author.setMinWidth(0);
    text.setMinWidth(0);
    setMinWidth(0);
    setCursor(Cursor.HAND);
    getChildren().setAll(author, text);
  }

  void show(String authorName, String quoted) {
    author.setText(authorName);
    text.setText(quoted.lines().findFirst().orElse(""));
  }
}
