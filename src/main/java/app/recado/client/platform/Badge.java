package app.recado.client.platform;

/**
 * The desk's icon with a number on it, drawn without a toolkit: desktops take pixels, and the
 * threads that speak to them have no windows.
 */
public final class Badge {
  private static final int NOTHING = 0;
  private static final int GREEN = 0xFF0B6E4F;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int RED = 0xFFC62828;
  private static final int AMBER = 0xFFF2B33D;
  private static final int TURNED = 0xFF8CCDB4;

  /** Points per side of a pixel that are asked for their colour. */
  private static final int FINE = 4;

  /** Digits, three by five; the bits of a row from the left. */
  private static final int[][] DIGITS = {
    {7, 5, 5, 5, 7},
    {2, 6, 2, 2, 7},
    {7, 1, 7, 4, 7},
    {7, 1, 7, 1, 7},
    {5, 5, 7, 1, 1},
    {7, 4, 7, 1, 7},
    {7, 4, 7, 5, 7},
    {7, 1, 1, 2, 2},
    {7, 5, 7, 5, 7},
    {7, 5, 7, 1, 7}
  };

  private static final int[] PLUS = {0, 2, 7, 2, 0};

  private Badge() {}

  /**
   * The icon, row by row, as ARGB.
   *
   * @param size pixels per side
   * @param count at most 9 is told from more; 0 for none
   */
  public static int[] pixels(int size, int count) {
    int[] pixels = new int[size * size];
    int[][] signs = signs(count);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = mixed(size, i % size, i / size, signs);
    }
    return pixels;
  }

  private static int[][] signs(int count) {
    if (count <= 0) {
      return new int[0][];
    }
    return count > 9 ? new int[][] {DIGITS[9], PLUS} : new int[][] {DIGITS[count]};
  }

  private static int mixed(int size, int column, int row, int[][] signs) {
    int alpha = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = 0; i < FINE * FINE; i++) {
      double x = (column + (i % FINE + 0.5) / FINE) / size;
      double y = (row + (i / FINE + 0.5) / FINE) / size;
      int colour = colour(x, y, signs);
      if (colour != NOTHING) {
        alpha++;
        red += colour >> 16 & 0xFF;
        green += colour >> 8 & 0xFF;
        blue += colour & 0xFF;
      }
    }
    return alpha == 0
        ? NOTHING
        : 255 * alpha / (FINE * FINE) << 24 | red / alpha << 16 | green / alpha << 8 | blue / alpha;
  }

  /** What lies at a point of the unit square. */
  private static int colour(double x, double y, int[][] signs) {
    if (signs.length > 0) {
      double away = Math.hypot(x - 0.66, y - 0.66);
      if (away <= 0.34) {
        return isOnSign((x - 0.66) / 0.68, (y - 0.66) / 0.68, signs) ? WHITE : RED;
      }
      if (away <= 0.38) {
        return NOTHING;
      }
    }
    return isInRounded(x * 64, y * 64, 0, 0, 64, 64, 15) ? note(x * 64, y * 64) : NOTHING;
  }

  /** A note, pinned up, its corner turned; in the numbers of {@code assets/recado.svg}. */
  private static int note(double x, double y) {
    double fromPin = Math.hypot(x - 32, y - 14);
    if (fromPin <= 8) {
      return fromPin <= 6 ? AMBER : GREEN;
    }
    if (!isInRounded(x, y, 11, 14, 53, 53, 4) || x + y > 93) {
      return GREEN;
    }
    if (x >= 40 && y >= 40) {
      return isInRounded(x, y, 40, 40, 60, 60, 4) ? TURNED : WHITE;
    }
    return isInRounded(x, y, 18, 26, 46, 31, 2.5) || isInRounded(x, y, 18, 36, 34, 41, 2.5)
        ? GREEN
        : WHITE;
  }

  private static boolean isInRounded(
      double x, double y, double left, double top, double right, double bottom, double corner) {
    double dx = Math.max(0, Math.max(left + corner - x, x - right + corner));
    double dy = Math.max(0, Math.max(top + corner - y, y - bottom + corner));
    return Math.hypot(dx, dy) <= corner;
  }

  /** Signs side by side, centred on the origin. */
  private static boolean isOnSign(double x, double y, int[][] signs) {
    double cell = signs.length == 1 ? 0.135 : 0.105;
    int wide = signs.length * 4 - 1;
    int column = (int) Math.floor(x / cell + wide / 2.0);
    int row = (int) Math.floor(y / cell + 2.5);
    if (row < 0 || row > 4 || column < 0 || column >= wide || column % 4 == 3) {
      return false;
    }
    return (signs[column / 4][row] >> (2 - column % 4) & 1) == 1;
  }
}
