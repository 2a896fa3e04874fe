package app.recado.client.platform.linux;

import app.recado.client.platform.Badge;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture as the tray takes it: ARGB, four bytes a pixel, most significant first. */
public final class Pixmap extends Struct {
  /** What trays scale best from. */
  private static final int[] SIZES = {22, 24, 32, 48, 64};

  @Position(0)
  public final int width;

  @Position(1)
  public final int height;

  @Position(2)
  public final byte[] pixels;

  public Pixmap(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** The desk's icon in several sizes. */
  static List<Pixmap> icon(int count) {
    return IntStream.of(SIZES)
        .mapToObj(size -> new Pixmap(size, size, bytes(size, count)))
        .toList();
  }

  private static byte[] bytes(int size, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * size * size);
    for (int pixel : Badge.pixels(size, count)) {
      bytes.putInt(pixel);
    }
    return bytes.array();
  }
}
