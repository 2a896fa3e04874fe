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
    if (!isInRoundedSquare(x, y)) {
      return NOTHING;
    }
    return isOnLetter(x, y) ? WHITE : GREEN;
  }

  private static boolean isInRoundedSquare(double x, double y) {
    double corner = 0.24;
    double dx = Math.max(0, Math.abs(x - 0.5) - (0.5 - corner));
    double dy = Math.max(0, Math.abs(y - 0.5) - (0.5 - corner));
    return Math.hypot(dx, dy) <= corner;
  }

  /** An R: a stem, a bowl and a leg. */
  private static boolean isOnLetter(double x, double y) {
    if (y < 0.22 || y > 0.78) {
      return false;
    }
    boolean stem = x >= 0.30 && x <= 0.41;
    double bowlY = Math.abs(y - 0.39);
    double around = Math.hypot(Math.max(0, x - 0.52), bowlY);
    boolean bowl = x >= 0.41 && around <= 0.17 && (around >= 0.07 || x < 0.52 && bowlY >= 0.07);
    double middle = 0.49 + (y - 0.52) * 0.62;
    boolean leg = y >= 0.52 && Math.abs(x - middle) <= 0.065;
    return stem || bowl || leg;
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
