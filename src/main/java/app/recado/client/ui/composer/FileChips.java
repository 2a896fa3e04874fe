package app.recado.client.ui.composer;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.files.FileWords;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import app.recado.protocol.Attachment;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The chosen files under the text, each with a way to take it out again. */
final class FileChips extends VBox {
  private static final double MARK = 16;
  private static final double WIDEST_NAME = 260;

  private final DraftFiles files;
  private final FileWords words = new FileWords();
  private final Texts texts = Texts.of("files");
  private final FlowPane chips = new FlowPane();
  private final Label problem = new Label();

  FileChips(DraftFiles files) {
    this.files = files;
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
    Label name = new Label(file.name());
    name.setMaxWidth(WIDEST_NAME);
    name.getStyleClass().add("small");
    Label size = new Label("· " + words.size(file.size()));
    size.getStyleClass().addAll("small", "muted");
    Button remove =
        Buttons.icon(Icon.X, texts.get("detach", file.name()), () -> files.detach(file));
    HBox chip =
        new HBox(
            new IconView(file.isImage() ? Icon.IMAGE : Icon.FILE_TEXT, MARK), name, size, remove);
    chip.getStyleClass().add("file-chip");
    chip.setAlignment(Pos.CENTER_LEFT);
    return chip;
  }
}
