package app.recado.client.ui.files;

import app.recado.client.state.FileTransfer;
import app.recado.client.sync.DeskFiles;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Attachment;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A file in a message: what it is, how far it has come, and what can be done with it. */
final class FileCard extends HBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final double MARK = 20;

  private final DeskFiles files;
  private final FileWords words;
  private final Attachment file;
  private final Label line = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final IconView mark;
  private final Button pause;
  private final Button resume;
  private final Button cancel;
  private final Button save;

  FileCard(DeskFiles files, FileWords words, Attachment file, Runnable saving) {
    this.files = files;
    this.words = words;
    this.file = file;
    getStyleClass().add("file-card");
    setAlignment(Pos.CENTER_LEFT);
    mark = new IconView(icon(file), MARK);
    Label name = new EmojiLabel(file.name());
    name.getStyleClass().add("file-name");
    name.setMinWidth(0);
    line.getStyleClass().addAll("tiny", "muted");
    line.setMinWidth(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox middle = new VBox(name, line, bar);
    middle.getStyleClass().add("file-middle");
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    pause = Buttons.icon(Icon.PAUSE, words.get("pause", file.name()), () -> files.pause(file.id()));
    resume =
        Buttons.icon(
            Icon.REFRESH_CW, words.get("resume", file.name()), () -> files.resume(file.id()));
    save = Buttons.icon(Icon.DOWNLOAD, words.get("save", file.name()), saving);
    save.setId("save-file");
    cancel = Buttons.icon(Icon.X, words.get("cancel", file.name()), () -> files.cancel(file.id()));
    getChildren().setAll(mark, middle, pause, resume, cancel, save);
    show(files.transfers().get(file.id()));
  }

  static Icon icon(Attachment file) {
    return file.isImage() ? Icon.IMAGE : Icon.FILE_TEXT;
  }

  Attachment file() {
    return file;
  }

  void show(@Nullable FileTransfer transfer) {
    boolean running = transfer != null && transfer.stage() == FileTransfer.Stage.RUNNING;
    boolean stopped =
        transfer != null
            && (transfer.stage() == FileTransfer.Stage.PAUSED
                || transfer.stage() == FileTransfer.Stage.FAILED);
    line.setText(words.line(file, transfer, files.isHere(file.id())));
    bar.setProgress(transfer == null ? 0 : transfer.share());
    Shown.when(running, bar);
    Shown.when(running, pause);
    Shown.when(stopped, resume);
    Shown.when(transfer != null, cancel);
    Shown.when(transfer == null, save);
    pseudoClassStateChanged(
        FAILED, transfer != null && transfer.stage() == FileTransfer.Stage.FAILED);
  }
}
