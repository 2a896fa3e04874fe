package app.recado.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was done by privilege, the newest first.
 *
 * @param more whether older rows are there
 */
public record AuditPage(List<Entry> entries, boolean more) {
  public AuditPage {
    entries = List.copyOf(entries);
  }

  /**
   * @param actor who did it; null for the administrator at the relay's own machine
   * @param action in {@code snake_case}
   * @param target the id of what it was done to
   * @param details what else was written down; may be empty
   */
  public record Entry(
      String id, Instant at, @Nullable UserId actor, String action, String target, String details) {
    public Entry {
      Required.all(id, at, action, target, details);
    }
  }
}
