package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.client.cache.OutboxTable;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the outbox in their order, in memory as they are on disk, and which of them were
 * never tried. What changes them is within a transaction of the {@link Outbox}, which reads them
 * anew if that fails. Engine thread only, but for what says otherwise.
 */
final class OutboxEntries {
  private final OutboxTable table;
  private final Map<CommandId, OutboxEntry> entries = new LinkedHashMap<>();
  private final Map<DialogId, List<OutboxEntry>> byDialog = new ConcurrentHashMap<>();
  private volatile List<OutboxEntry> ofNone = List.of();
  private final Set<CommandId> untried = ConcurrentHashMap.newKeySet();

  /** Messages that may wait for more than messages do: there are too many to look at each. */
  private final Set<CommandId> steps = new HashSet<>();

  /** What was tried in this run and is not done: as many as the agent decides about. */
  private final Set<CommandId> withdrawn = new HashSet<>();

  OutboxEntries(OutboxTable table) {
    this.table = table;
  }

  /** Brings memory to what the disk says. */
  void read() {
    List<OutboxEntry> stored = table.all();
    entries.clear();
    byDialog.clear();
    untried.clear();
    for (OutboxEntry entry : stored) {
      entries.put(entry.id(), entry);
      if (!entry.tried() && entry.state().isQueued()) {
        untried.add(entry.id());
      }
    }
    stored.stream()
        .map(OutboxEntry::dialog)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(this::index);
    index(null);
    withdrawn.removeAll(entries.keySet());
    steps.clear();
    stored.stream()
        .filter(entry -> isMessage(entry) && waitsForMore(entry))
        .forEach(entry -> steps.add(entry.id()));
  }

  Collection<OutboxEntry> values() {
    return entries.values();
  }

  Collection<OutboxEntry> all() {
    return List.copyOf(entries.values());
  }

  @Nullable OutboxEntry get(CommandId id) {
    return entries.get(id);
  }

  boolean containsKey(CommandId id) {
    return entries.containsKey(id);
  }

  /** A dialog's entries in their order; any thread. */
  List<OutboxEntry> of(DialogId dialog) {
    return byDialog.getOrDefault(dialog, List.of());
  }

  /** The entries of no dialog in their order; any thread. */
  List<OutboxEntry> ofNone() {
    return ofNone;
  }

  /** An entry; null if it is not there. Any thread. */
  @Nullable OutboxEntry find(CommandId id) {
    for (OutboxEntry entry : ofNone) {
      if (entry.id().equals(id)) {
        return entry;
      }
    }
    for (List<OutboxEntry> own : byDialog.values()) {
      for (OutboxEntry entry : own) {
        if (entry.id().equals(id)) {
          return entry;
        }
      }
    }
    return null;
  }

  /** The entries of the same dialog; of no dialog for null. */
  List<OutboxEntry> neighbours(@Nullable DialogId dialog) {
    return dialog != null ? of(dialog) : ofNone;
  }

  /** What stands before an entry in its dialog. */
  List<OutboxEntry> before(OutboxEntry entry) {
    return neighbours(entry.dialog()).stream().filter(each -> each.n() < entry.n()).toList();
  }

  /** Takes an entry out of those never tried, from any thread; false if it is none of them. */
  boolean claim(CommandId id) {
    return untried.remove(id);
  }

  /** Whether it can still be claimed. Any thread. */
  boolean isUntried(CommandId id) {
    return untried.contains(id);
  }

  OutboxEntry add(Command command, OutboxState state, @Nullable Instant due) {
    OutboxEntry entry = table.add(command, state, due);
    entries.put(entry.id(), entry);
    untried.add(entry.id());
    index(entry.dialog());
    return entry;
  }

  /** Says that an entry waits for one that its kind does not wait for. */
  void markStep(CommandId id) {
    steps.add(id);
  }

  /** Whether an entry waits for more than its kind does. */
  boolean isStep(OutboxEntry entry) {
    boolean usual = isMessage(entry) && !steps.contains(entry.id());
    return !usual && waitsForMore(entry);
  }

  private boolean waitsForMore(OutboxEntry entry) {
    Command command = entry.command();
    if (!command.isKnown() || command.after().isEmpty()) {
      return false;
    }
    List<CommandId> waits = command.after().stream().filter(entries::containsKey).toList();
    return !waits.isEmpty()
        && !Set.copyOf(Chains.after(command.intent(), before(entry), false)).containsAll(waits);
  }

  static boolean isMessage(OutboxEntry entry) {
    return entry.command().type().equals("message.send");
  }

  /** Writes how an entry is now. */
  void put(OutboxEntry entry) {
    OutboxEntry before = entries.get(entry.id());
    if (before != null && before.command().equals(entry.command())) {
      table.move(entry);
    } else {
      table.update(entry);
    }
    keep(entry);
  }

  /** Remembers how an entry is now, without writing it. */
  void keep(OutboxEntry entry) {
    entries.put(entry.id(), entry);
    index(entry.dialog());
  }

  void remove(CommandId id) {
    table.remove(id);
    untried.remove(id);
    steps.remove(id);
    OutboxEntry removed = entries.remove(id);
    if (removed != null) {
      index(removed.dialog());
    }
  }

  /**
   * Removes what the relay will never hear of (again): what never left and named it in its {@code
   * after} would wait for it for ever, so it waits for what the removed one waited for.
   */
  void withdraw(CommandId id) {
    OutboxEntry removed = entries.get(id);
    remove(id);
    if (removed != null && removed.tried()) {
      withdrawn.add(id);
    }
    if (removed == null || removed.dialog() == null) {
      return;
    }
    for (OutboxEntry entry : of(removed.dialog())) {
      Command command = entry.command();
      if (entry.tried() || !command.after().contains(id)) {
        continue;
      }
      Set<CommandId> after = new LinkedHashSet<>(command.after());
      after.remove(id);
      if (entries.keySet().containsAll(removed.command().after())) {
        after.addAll(removed.command().after());
      }
      put(entry.with(command.withAfter(List.copyOf(after))));
      steps.add(entry.id());
    }
  }

  /** Whether what was tried has left without having been done. */
  boolean isWithdrawn(CommandId id) {
    return withdrawn.contains(id);
  }

  /** What never left this computer and waits for one of these, directly or not, in its order. */
  List<OutboxEntry> dependents(Collection<CommandId> ids) {
    Set<CommandId> reached = new HashSet<>(ids);
    List<OutboxEntry> found = new ArrayList<>();
    for (OutboxEntry entry : entries.values()) {
      if (untried.contains(entry.id())
          && entry.command().after().stream().anyMatch(reached::contains)) {
        reached.add(entry.id());
        found.add(entry);
      }
    }
    return found;
  }

  private void index(@Nullable DialogId dialog) {
    List<OutboxEntry> own =
        entries.values().stream().filter(entry -> Objects.equals(dialog, entry.dialog())).toList();
    if (dialog == null) {
      ofNone = own;
    } else if (own.isEmpty()) {
      byDialog.remove(dialog);
    } else {
      byDialog.put(dialog, own);
    }
  }
}
