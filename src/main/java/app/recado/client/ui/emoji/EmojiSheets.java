package app.recado.client.ui.emoji;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;

/**
 * The pictures, 64 to a sheet, so that only the sheets in use are held, each scaled once to the
 * pixels it is drawn with. JavaFX reads them in a thread of its own and draws them when they are
 * there. FX thread only.
 */
final class EmojiSheets {
  private static final int SIDE = 8;
  private static final Map<Key, SoftReference<Image>> HELD = new HashMap<>();

  private EmojiSheets() {}

  private record Key(int sheet, int pixels) {}

  /** A part of a sheet. */
  record Tile(Image sheet, Rectangle2D part) {}

  /** The picture of an emoji for a square of this size on the screens there are. */
  static Tile tile(Emoji emoji, double size) {
    int pixels = (int) Math.ceil(size * finest());
    int sheet = emoji.place() / (SIDE * SIDE);
    int within = emoji.place() % (SIDE * SIDE);
    return new Tile(
        held(new Key(sheet, pixels)),
        new Rectangle2D(
            (double) within % SIDE * pixels,
            Math.floorDiv(within, SIDE) * (double) pixels,
            pixels,
            pixels));
  }

  private static Image held(Key key) {
    SoftReference<Image> reference = HELD.get(key);
    Image image = reference == null ? null : reference.get();
    if (image == null) {
      image = load(key);
      HELD.put(key, new SoftReference<>(image));
    }
    return image;
  }

  private static Image load(Key key) {
    String name = "sheets/%02d.png".formatted(key.sheet());
    double width = (double) SIDE * key.pixels();
    // The last sheet is lower than the others, so the height follows from the width.
    return new Image(
        Objects.requireNonNull(EmojiSheets.class.getResource(name)).toExternalForm(),
        width,
        0,
        true,
        true,
        true);
  }

  private static double finest() {
    double finest = 1;
    for (Screen screen : Screen.getScreens()) {
      finest = Math.max(finest, screen.getOutputScaleX());
    }
    return finest;
  }
}
