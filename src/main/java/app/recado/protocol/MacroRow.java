package app.recado.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several acts on a dialog, kept to be done again in one go.
 *
 * @param channel the channel it belongs to; null unless {@code scope} says so
 * @param owner who wrote it first
 * @param steps in order; each is done only if the one before it was
 * @param updatedAt the relay's time of the last save
 */
public record MacroRow(
    MacroId id,
    CannedScope scope,
    @Nullable ChannelId channel,
    UserId owner,
    String name,
    List<MacroStep> steps,
    Instant updatedAt)
    implements Row {
  public MacroRow {
    Required.all(id, scope, owner, name, steps, updatedAt);
    steps = List.copyOf(steps);
  }

  @Override
  public RowKind kind() {
    return RowKind.MACRO;
  }

  @Override
  public String rowId() {
    return id.value();
  }
}
