package app.recado.protocol;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes: a name and a sender can say anything. */
public final class FirstBytes {
  /** How many bytes {@link #type} looks at. */
  public static final int ENOUGH = 16;

  private static final String UNKNOWN = "application/octet-stream";
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  /** A picture larger than this would not be shown where it stands anyway. */
  private static final int MOST_PIXELS = 100_000_000;

  private FirstBytes() {}

  /**
   * The media type to keep: of a picture what its bytes say, of anything else what the sender said,
   * unless that would be a picture.
   */
  public static String type(byte[] head, String said) {
    String found = picture(head);
    if (found != null) {
      return found;
    }
    String type = said.toLowerCase(Locale.ROOT).strip();
    return TYPE.matcher(type).matches() && !FileRules.isSafeImage(type) ? type : UNKNOWN;
  }

  private static @Nullable String picture(byte[] head) {
    if (startsWith(head, 0, "\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (startsWith(head, 0, "\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (startsWith(head, 0, "GIF87a") || startsWith(head, 0, "GIF89a")) {
      return "image/gif";
    }
    return startsWith(head, 0, "RIFF") && startsWith(head, 8, "WEBP") ? "image/webp" : null;
  }

  private static boolean startsWith(byte[] head, int at, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= at + wanted.length
        && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** A picture's size in pixels, read from its header alone; null if that cannot be read. */
  public static @Nullable Dimension pixels(InputStream bytes) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        Dimension size = new Dimension(reader.getWidth(0), reader.getHeight(0));
        boolean sensible =
            size.width > 0 && size.height > 0 && (long) size.width * size.height <= MOST_PIXELS;
        return sensible ? size : null;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      return null;
    }
  }
}
