package app.recado.relay.admin;

import java.util.regex.Pattern;

/** Says in one line what went wrong. */
final class Causes {
  private static final Pattern LINES = Pattern.compile("\\s*[\\r\\n]+\\s*");

  private Causes() {}

  /** The outermost message and the innermost, if that says more. */
  static String inOneLine(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String outer = text(problem);
    String inner = text(root);
    return outer.contains(inner) ? outer : outer + ": " + inner;
  }

  private static String text(Throwable problem) {
    String message = problem.getMessage();
    if (message == null || message.isBlank()) {
      return problem.getClass().getSimpleName();
    }
    return LINES.matcher(message.strip()).replaceAll(" ");
  }
}
