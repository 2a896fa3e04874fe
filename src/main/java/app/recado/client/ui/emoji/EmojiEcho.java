package app.recado.client.ui.emoji;

import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Texts;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/**
 * The lines of a field that have emoji, as those who get them see them; to stand below the field,
 * which draws them as the system's letters. Not there while there are none.
 */
public final class EmojiEcho extends VBox {
  private final Label words = new EmojiLabel();

  /**
   * @param field lives no longer than this
   */
  public EmojiEcho(TextInputControl field) {
    getStyleClass().add("emoji-echo");
    Label caption = new Label(Texts.of("emoji").get("echo"));
    caption.getStyleClass().addAll("tiny", "muted");
    words.getStyleClass().add("small");
    words.setWrapText(true);
    words.setMinWidth(0);
    getChildren().setAll(caption, words);
    field.textProperty().subscribe(this::show);
  }

  private void show(String text) {
    String lines = text.lines().filter(EmojiEcho::hasEmoji).collect(Collectors.joining("\n"));
    words.setText(lines);
    Shown.when(!lines.isEmpty(), this);
  }

  private static boolean hasEmoji(String line) {
    return EmojiText.mayHave(line)
        && EmojiText.cut(line).stream().anyMatch(EmojiText.Picture.class::isInstance);
  }
}
