package app.recado.client.ui.files;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Attachment;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One picture, as large as there is room for it. */
public final class PictureViewer extends VBox {
  private final Button close;

  /**
   * @param width of the room there is
   * @param height likewise
   * @param leave takes this away again
   */
  public PictureViewer(Attachment file, Path place, double width, double height, Runnable leave) {
    FileWords words = new FileWords();
    getStyleClass().add("picture-viewer");
    Label name = new Label(file.name());
    name.getStyleClass().add("file-name");
    name.setMinWidth(0);
    Label size = new Label(words.size(file.size()));
    size.getStyleClass().addAll("tiny", "muted");
    size.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    close = Buttons.icon(Icon.X, words.get("close"), leave);
    HBox head = new HBox(name, size, gap, close);
    head.getStyleClass().add("picture-head");
    head.setAlignment(Pos.CENTER_LEFT);
    double widest = Math.max(200, width - 80);
    double highest = Math.max(150, height - 140);
    Image image = new Image(place.toUri().toString(), widest * 2, highest * 2, true, true, true);
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    Integer pixels = file.width();
    Integer lines = file.height();
    double scale =
        pixels == null || lines == null
            ? 1
            : Math.min(1, Math.min(widest / pixels, highest / lines));
    view.setFitWidth(pixels == null ? widest : pixels * scale);
    view.setFitHeight(lines == null ? highest : lines * scale);
    StackPane middle = new StackPane(view);
    middle.setMinSize(240, 120);
    getChildren().setAll(head, middle);
  }

  /** What has the focus first. */
  public Button close() {
    return close;
  }
}
