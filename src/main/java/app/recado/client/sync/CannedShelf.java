package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Intent;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows the canned responses with what waits in the outbox laid over them. Engine thread only. */
final class CannedShelf {
  private final DeskModel model;
  private final UserId me;
  private final Consumer<List<CannedRow>> shown;
  private final RelayClock clock;
  private final Function<List<String>, List<Attachment>> files;
  private List<OutboxEntry> pending = List.of();

  /**
   * @param files what is known here of files that are on their way
   */
  CannedShelf(
      DeskModel model,
      UserId me,
      Consumer<List<CannedRow>> shown,
      Function<List<String>, List<Attachment>> files,
      RelayClock clock) {
    this.files = files;
    this.model = model;
    this.me = me;
    this.shown = shown;
    this.clock = clock;
  }

  static boolean isIn(Applied applied) {
    return applied.rows().stream().anyMatch(CannedRow.class::isInstance)
        || applied.gone().stream().anyMatch(lost -> lost.kind() == RowKind.CANNED);
  }

  void queueChanged(Collection<OutboxEntry> all) {
    if (!pending.equals(pending(all))) {
      show(all);
    }
  }

  void show(Collection<OutboxEntry> all) {
    pending = pending(all);
    shown.accept(apply(model.canned, pending, me, clock.now(), files));
  }

  private static List<OutboxEntry> pending(Collection<OutboxEntry> all) {
    return all.stream()
        .filter(entry ->
            entry.command().type().startsWith("canned.")
                && entry.command().isKnown()
                && entry.state().isPending())
        .toList();
  }

  /** Pure, as {@link Overlay}. */
  static List<CannedRow> apply(
      Map<CannedId, CannedRow> truth,
      List<OutboxEntry> pending,
      UserId me,
      Instant now,
      Function<List<String>, List<Attachment>> files) {
    Map<CannedId, CannedRow> rows = new LinkedHashMap<>(truth);
    for (OutboxEntry entry : pending) {
      switch (entry.command().intent()) {
        case Intent.SaveCanned save -> {
          Instant at = Objects.requireNonNullElse(entry.command().madeAt(), now);
          rows.put(save.canned(), saved(rows.get(save.canned()), save, me, at, files));
        }
        case Intent.DeleteCanned delete -> rows.remove(delete.canned());
        case Intent.CountCanned count ->
            rows.computeIfPresent(
                count.canned(), (id, row) -> row.used(row.uses() + count.times()));
        default -> {}
      }
    }
    return List.copyOf(rows.values());
  }

  /** Those it had already, and those that are on their way. */
  private static List<Attachment> attachments(
      @Nullable CannedRow before,
      List<String> wanted,
      Function<List<String>, List<Attachment>> files) {
    Map<String, Attachment> known = new LinkedHashMap<>();
    files.apply(wanted).forEach(file -> known.put(file.id().value(), file));
    if (before != null) {
      before.attachments().forEach(file -> known.put(file.id().value(), file));
    }
    return wanted.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private static CannedRow saved(
      @Nullable CannedRow before,
      Intent.SaveCanned save,
      UserId me,
      Instant at,
      Function<List<String>, List<Attachment>> files) {
    UserId owner = before == null || save.scope() == CannedScope.PERSONAL ? me : before.owner();
    return new CannedRow(
        save.canned(),
        save.scope(),
        save.channel(),
        owner,
        save.section(),
        save.title(),
        save.shortcut(),
        save.text(),
        save.files(),
        attachments(before, save.files(), files),
        save.source() != null || before == null ? save.source() : before.source(),
        before == null ? 0 : before.uses(),
        at);
  }
}
