package app.recado.bench;

/** How much is measured: {@code -Dbench.pairs=1} for a glance, 5 or more for a figure. */
final class Effort {
  static final int PAIRS = Integer.getInteger("bench.pairs", 5);
  static final int WARM_UP = Math.min(2, PAIRS);

  private Effort() {}
}
