package app.recado.client.ui.emoji;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The picture of one emoji, sitting on the line of the text it stands in. */
public final class EmojiView extends Region {
  /** As high as a line of the text around it, which it so never makes higher. */
  private static final double SHARE_OF_FONT = 1.21;

  private static final double ABOVE_BASELINE = 0.8;

  /** What a letter keeps free to its left and right. */
  private static final double SIDE = 1;

  private final ImageView picture = new ImageView();
  private final ObjectProperty<Double> letters = new SimpleObjectProperty<>();
  private double size;
  private @Nullable Emoji emoji;

  /**
   * @param size side of the square in pixels
   */
  public EmojiView(double size) {
    picture.setManaged(false);
    picture.setSmooth(true);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().setAll(picture);
    resizeTo(size);
  }

  /** The size that goes with a font's. */
  public static double besides(double fontSize) {
    return Math.round(fontSize * SHARE_OF_FONT);
  }

  public void show(Emoji shown) {
    emoji = shown;
    setAccessibleText(shown.sequence());
    draw();
  }

  /** What is shown; null before the first. */
  public @Nullable Emoji emoji() {
    return emoji;
  }

  /** Stays as large as goes with a font, whatever becomes of it. */
  void followFont(ObservableValue<Font> font) {
    letters.bind(font.map(Font::getSize).orElse(0.0));
    letters.subscribe(points -> resizeTo(besides(points)));
  }

  private void resizeTo(double wanted) {
    if (wanted == size) {
      return;
    }
    size = wanted;
    picture.setFitWidth(size);
    picture.setFitHeight(size);
    picture.setX(SIDE);
    setMinSize(size + 2 * SIDE, size);
    setPrefSize(size + 2 * SIDE, size);
    setMaxSize(size + 2 * SIDE, size);
    draw();
  }

  private void draw() {
    if (emoji != null && size > 0) {
      EmojiSheets.Tile tile = EmojiSheets.tile(emoji, size);
      picture.setImage(tile.sheet());
      picture.setViewport(tile.part());
    }
  }

  /** For tests: whether the picture is there. */
  boolean isDrawn() {
    return picture.getImage() != null && picture.getImage().getProgress() == 1;
  }

  @Override
  public double getBaselineOffset() {
    return size * ABOVE_BASELINE;
  }
}
