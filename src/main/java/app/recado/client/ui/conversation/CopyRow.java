package app.recado.client.ui.conversation;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Attachment;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The message that a conversation of its own began with, copied from the one before, and the way
 * back to it. Looks like nothing that was said to the customer.
 */
final class CopyRow extends HBox {
  private static final PseudoClass WHISPER = PseudoClass.getPseudoClass("whisper");
  private static final double WIDEST = 460;

  private final Texts texts;
  private final RowWords words;
  private final Label author = new EmojiLabel();
  private final Label text = new EmojiLabel();
  private final VBox box = new VBox();
  private final Button back;
  private @Nullable MessageId original;

  CopyRow(Texts texts, RowWords words, RowActions actions) {
    this.texts = texts;
    this.words = words;
    getStyleClass().add("copy-row");
    setAlignment(Pos.CENTER);
    setMinWidth(0);
    author.getStyleClass().addAll("tiny", "strong", "muted");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    back =
        Buttons.link(
            texts.get("copied.back"),
            () -> {
              MessageId to = original;
              if (to != null) {
                actions.jumpTo(to);
              }
            });
    box.getStyleClass().add("copy-box");
    box.setMaxWidth(WIDEST);
    box.getChildren().setAll(author, text, back);
    getChildren().setAll(box);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  void show(MessageRow copied) {
    boolean gone = copied.deletedAt() != null || copied.event() == null;
    original = copied.quote();
    pseudoClassStateChanged(WHISPER, copied.whisper());
    String who = gone ? "" : words.copiedFrom(copied);
    author.setText(
        copied.whisper() ? texts.get("copied.whisper", who) : texts.get("copied.from", who));
    String said = copied.event() == null ? null : copied.event().text();
    StringBuilder all = new StringBuilder(said == null ? "" : said);
    for (Attachment file : copied.attachments()) {
      all.append(all.isEmpty() ? "" : "\n").append("\uD83D\uDCCE ").append(file.name());
    }
    text.setText(gone ? texts.get("message.deleted") : all.toString());
    author.setVisible(!gone);
    author.setManaged(!gone);
    back.setVisible(original != null);
    back.setManaged(original != null);
    setAccessibleText(author.getText() + ": " + text.getText());
  }
}
