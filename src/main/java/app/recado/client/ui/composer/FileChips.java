package app.recado.client.ui.composer;

import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.files.FileChip;
import app.recado.client.ui.files.FileLook;
import app.recado.client.ui.files.FileWords;
import app.recado.client.ui.files.PictureOpener;
import app.recado.protocol.Attachment;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The chosen files under the text, each with a way to take it out again. */
final class FileChips extends VBox {
  private final DraftFiles files;
  private final PictureOpener opener;
  private final FileWords words = new FileWords();
  private final FlowPane chips = new FlowPane();
  private final Label problem = new Label();

  /**
   * @param opener shows a picture in full
   */
  FileChips(DraftFiles files, PictureOpener opener) {
    this.files = files;
    this.opener = opener;
    setMinWidth(0);
    chips.getStyleClass().add("file-chips");
    problem.getStyleClass().add("file-problem");
    problem.setWrapText(true);
    problem.textProperty().bind(files.problemProperty());
    getChildren().setAll(chips, problem);
    files.chosen().addListener((ListChangeListener.Change<? extends Attachment> change) -> draw());
    files.problemProperty().subscribe(now -> draw());
    draw();
  }

  private void draw() {
    chips.getChildren().setAll(files.chosen().stream().map(this::chip).toList());
    Shown.when(!files.chosen().isEmpty(), chips);
    Shown.when(!problem.getText().isEmpty(), problem);
    Shown.when(chips.isVisible() || problem.isVisible(), this);
  }

  private Node chip(Attachment file) {
    return new FileChip(file, words, () -> look(file), () -> files.detach(file));
  }

  private void look(Attachment file) {
    if (file.isImage()) {
      boolean[] late = new boolean[1];
      files.look(
          file,
          place -> {
            if (late[0]) {
              opener.openLate(file, place);
            } else {
              opener.open(file, place);
            }
          });
      late[0] = true;
    } else {
      FileLook.save(this, files.desk(), file);
    }
  }
}
