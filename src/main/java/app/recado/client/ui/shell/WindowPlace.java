package app.recado.client.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where a window stands when it is not maximized, and whether it is.
 *
 * @param bounds on all screens together
 */
record WindowPlace(Rectangle2D bounds, boolean maximized) {
  /** So much of its head must be within reach. */
  private static final double GRIP = 80;

  /** Reads what {@link #words} wrote; nothing if it cannot be that. */
  static Optional<WindowPlace> of(String words) {
    List<String> parts = Arrays.asList(words.split(" ", -1));
    if (parts.size() != 5) {
      return Optional.empty();
    }
    try {
      Rectangle2D bounds =
          new Rectangle2D(
              Integer.parseInt(parts.get(0)),
              Integer.parseInt(parts.get(1)),
              Integer.parseInt(parts.get(2)),
              Integer.parseInt(parts.get(3)));
      return Optional.of(new WindowPlace(bounds, parts.get(4).equals("maximized")));
    } catch (IllegalArgumentException notNumbers) {
      return Optional.empty();
    }
  }

  String words() {
    return "%d %d %d %d %s"
        .formatted(
            Math.round(bounds.getMinX()),
            Math.round(bounds.getMinY()),
            Math.round(bounds.getWidth()),
            Math.round(bounds.getHeight()),
            maximized ? "maximized" : "normal");
  }

  /** Whether a person can take hold of it: its screen may have been unplugged. */
  boolean isWithinReach(List<Rectangle2D> screens) {
    Rectangle2D head = new Rectangle2D(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), 1);
    return screens.stream()
        .anyMatch(screen ->
            head.getMinY() >= screen.getMinY()
                && head.getMinY() < screen.getMaxY()
                && Math.min(head.getMaxX(), screen.getMaxX())
                        - Math.max(head.getMinX(), screen.getMinX())
                    >= GRIP);
  }
}
