package app.recado.client.ui.files;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Attachment;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A file that is chosen: what it is, looking at it, and a way to take it out again. */
public final class FileChip extends HBox {
  private static final double MARK = 16;
  private static final double WIDEST_NAME = 260;

  /**
   * @param look shows the file; null where that cannot be done
   */
  public FileChip(Attachment file, FileWords words, @Nullable Runnable look, Runnable remove) {
    getStyleClass().add("file-chip");
    setAlignment(Pos.CENTER_LEFT);
    Label size = new Label("· " + words.size(file.size()));
    size.getStyleClass().addAll("small", "muted");
    IconView mark = new IconView(FileCard.icon(file), MARK);
    Button gone = Buttons.icon(Icon.X, words.get("detach", file.name()), remove);
    if (look == null) {
      Label name = new EmojiLabel(file.name());
      name.setMaxWidth(WIDEST_NAME);
      name.getStyleClass().add("small");
      getChildren().setAll(mark, name, size, gone);
    } else {
      Button name = Buttons.link(file.name(), look);
      name.setMinWidth(0);
      name.setMaxWidth(WIDEST_NAME);
      name.getStyleClass().add("file-chip-name");
      String act = file.isImage() ? "view" : "save";
      name.setAccessibleText(words.get(act, file.name()));
      name.setTooltip(Buttons.tooltip(words.get(act, file.name())));
      getChildren().setAll(mark, name, size, gone);
    }
  }
}
