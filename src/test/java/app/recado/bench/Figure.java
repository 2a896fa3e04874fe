package app.recado.bench;

import java.util.Locale;

/**
 * One figure of the bench: ratios of pairs measured in turn.
 *
 * @param id such as {@code B1}, or {@code B3a} for a part
 * @param better whether a higher or a lower ratio is better
 * @param note what stood behind the ratio, in absolute terms: for reading, not for comparing
 */
record Figure(
    String id,
    String title,
    double median,
    double min,
    double max,
    double good,
    double goal,
    Better better,
    String note) {

  enum Better {
    HIGHER,
    LOWER
  }

  static Figure higher(
      String id, String title, Ratios ratios, double good, double goal, String note) {
    return of(id, title, ratios, good, goal, Better.HIGHER, note);
  }

  static Figure lower(
      String id, String title, Ratios ratios, double good, double goal, String note) {
    return of(id, title, ratios, good, goal, Better.LOWER, note);
  }

  private static Figure of(
      String id,
      String title,
      Ratios ratios,
      double good,
      double goal,
      Better better,
      String note) {
    return new Figure(
        id, title, ratios.median(), ratios.min(), ratios.max(), good, goal, better, note);
  }

  /** {@code goal}, {@code good} or {@code miss}. */
  String met() {
    if (reaches(goal)) {
      return "goal";
    }
    return reaches(good) ? "good" : "miss";
  }

  private boolean reaches(double mark) {
    return better == Better.HIGHER ? median >= mark : median <= mark;
  }

  String row() {
    String sign = better == Better.HIGHER ? "≥ " : "≤ ";
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f | %s%s | %s%s | %s |",
        id,
        median,
        min,
        max,
        sign,
        number(good),
        sign,
        number(goal),
        met());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
