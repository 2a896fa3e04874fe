package app.recado.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of the workspace.
 *
 * @param open how many open dialogs the person owns
 * @param availableSince when {@code availability} last changed
 */
public record UserRow(
    UserId id,
    String name,
    String email,
    Role role,
    Visibility visibility,
    boolean mayJoin,
    boolean active,
    Availability availability,
    @Nullable Instant availableSince,
    int open)
    implements Row {
  public UserRow {
    Required.all(id, name, email, role, visibility, availability);
  }

  @Override
  public RowKind kind() {
    return RowKind.USER;
  }

  @Override
  public String rowId() {
    return id.value();
  }
}
