package app.recado.client.ui.emoji;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The pictures of emoji for paper, without a screen; for one thread at a time, any one. */
public final class EmojiStamps {
  private static final int SIDE = 8;

  private final Map<Integer, BufferedImage> sheets = new HashMap<>();

  /** As fine as it is bundled; square. */
  public BufferedImage of(Emoji emoji) throws IOException {
    int number = emoji.place() / (SIDE * SIDE);
    int within = emoji.place() % (SIDE * SIDE);
    BufferedImage sheet = sheets.get(number);
    if (sheet == null) {
      sheet = read(number);
      sheets.put(number, sheet);
    }
    int pixels = sheet.getWidth() / SIDE;
    return sheet.getSubimage(
        within % SIDE * pixels, Math.floorDiv(within, SIDE) * pixels, pixels, pixels);
  }

  private static BufferedImage read(int number) throws IOException {
    String name = "sheets/%02d.png".formatted(number);
    try (InputStream file =
        Objects.requireNonNull(EmojiStamps.class.getResourceAsStream(name), name)) {
      return ImageIO.read(file);
    }
  }
}
