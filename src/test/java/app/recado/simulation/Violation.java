package app.recado.simulation;

/** An invariant that did not hold. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(int invariant, String what) {
    super("invariant " + invariant + ": " + what);
  }
}
