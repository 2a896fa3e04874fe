package app.recado.client.ui.shell;

import app.recado.client.platform.Badge;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The desk's icon as windows wear it. */
public final class WindowIcons {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128};

  private WindowIcons() {}

  /** Drawn anew, which takes some milliseconds; any thread. */
  public static List<Image> drawn() {
    return IntStream.of(SIZES).mapToObj(WindowIcons::drawn).toList();
  }

  private static Image drawn(int size) {
    WritableImage image = new WritableImage(size, size);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, size, size, PixelFormat.getIntArgbInstance(), Badge.pixels(size, 0), 0, size);
    return image;
  }
}
