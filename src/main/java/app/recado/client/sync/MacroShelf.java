package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows the macros with what waits in the outbox laid over them. Engine thread only. */
final class MacroShelf {
  private final DeskModel model;
  private final UserId me;
  private final Consumer<List<MacroRow>> shown;
  private final RelayClock clock;
  private List<OutboxEntry> pending = List.of();

  MacroShelf(DeskModel model, UserId me, Consumer<List<MacroRow>> shown, RelayClock clock) {
    this.model = model;
    this.me = me;
    this.shown = shown;
    this.clock = clock;
  }

  static boolean isIn(Applied applied) {
    return applied.rows().stream().anyMatch(MacroRow.class::isInstance)
        || applied.gone().stream().anyMatch(lost -> lost.kind() == RowKind.MACRO);
  }

  void queueChanged(Collection<OutboxEntry> all) {
    if (!pending.equals(pending(all))) {
      show(all);
    }
  }

  void show(Collection<OutboxEntry> all) {
    pending = pending(all);
    shown.accept(apply(model.macros, pending, me, clock.now()));
  }

  private static List<OutboxEntry> pending(Collection<OutboxEntry> all) {
    return all.stream()
        .filter(entry ->
            entry.command().type().startsWith("macro.")
                && entry.command().isKnown()
                && entry.state().isPending())
        .toList();
  }

  /** Pure, as {@link Overlay}. */
  static List<MacroRow> apply(
      Map<MacroId, MacroRow> truth, List<OutboxEntry> pending, UserId me, Instant now) {
    Map<MacroId, MacroRow> rows = new LinkedHashMap<>(truth);
    for (OutboxEntry entry : pending) {
      switch (entry.command().intent()) {
        case Intent.SaveMacro save -> {
          Instant at = Objects.requireNonNullElse(entry.command().madeAt(), now);
          rows.put(save.macro(), saved(rows.get(save.macro()), save, me, at));
        }
        case Intent.DeleteMacro delete -> rows.remove(delete.macro());
        default -> {}
      }
    }
    return List.copyOf(rows.values());
  }

  private static MacroRow saved(
      @Nullable MacroRow before, Intent.SaveMacro save, UserId me, Instant at) {
    UserId owner = before == null || save.scope() == CannedScope.PERSONAL ? me : before.owner();
    return new MacroRow(
        save.macro(), save.scope(), save.channel(), owner, save.name(), save.steps(), at);
  }
}
