package app.recado.client.state;

import app.recado.protocol.DialogId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs of a query, kept as they change and as time goes, until closed. What is kept in it by
 * hand stays although it is not asked for any more: the row of the open dialog must not vanish
 * because it was opened. FX thread only.
 */
public final class FilteredDialogs implements AutoCloseable {
  private final DialogQuery query;
  private final Supplier<Instant> now;
  private final Consumer<FilteredDialogs> closed;
  private final Map<DialogId, DialogItem> all = new HashMap<>();
  private final Map<DialogId, DialogItem> listed = new HashMap<>();
  private final SortedList list;
  private final Map<DialogId, Instant> times = new HashMap<>();
  private final NavigableMap<Instant, Set<DialogId>> due = new TreeMap<>();
  private Instant looked = Instant.MIN;
  private @Nullable DialogId kept;

  /**
   * @param now the relay's time
   * @param closed told once nobody looks any more
   */
  public FilteredDialogs(
      DialogQuery query, Supplier<Instant> now, Consumer<FilteredDialogs> closed) {
    this.query = query;
    this.now = now;
    this.closed = closed;
    list = new SortedList(query.comparator());
  }

  public ObservableList<DialogItem> list() {
    return list.view();
  }

  public ReadOnlyIntegerProperty count() {
    return list.size();
  }

  public boolean contains(DialogId dialog) {
    return listed.containsKey(dialog);
  }

  /** Takes over what changed. */
  public void apply(Collection<DialogItem> changed, Collection<DialogId> gone) {
    changed.forEach(item -> all.put(item.id(), item));
    gone.forEach(all::remove);
    List<DialogId> touched = new ArrayList<>(gone);
    changed.forEach(item -> touched.add(item.id()));
    look(touched);
  }

  /** Keeps this dialog listed if it is, and lets go of the one before. */
  public void keep(@Nullable DialogId dialog) {
    DialogId before = kept;
    kept = dialog != null && listed.containsKey(dialog) ? dialog : null;
    if (before != null && !before.equals(kept)) {
      look(List.of(before));
    }
  }

  /**
   * Time has gone by.
   *
   * @return how many dialogs were looked at for it
   */
  public int tick() {
    if (!query.dependsOnTime()) {
      return 0;
    }
    Instant at = now.get();
    Set<DialogId> changing = new HashSet<>();
    if (at.isBefore(looked)) {
      // The relay's time is known better now: what was due is not.
      changing.addAll(all.keySet());
    } else {
      due.headMap(at, true).values().forEach(changing::addAll);
    }
    if (!changing.isEmpty()) {
      look(changing);
    }
    looked = at;
    return changing.size();
  }

  @Override
  public void close() {
    closed.accept(this);
  }

  private void look(Collection<DialogId> dialogs) {
    Instant at = now.get();
    looked = looked.isAfter(at) ? looked : at;
    List<DialogItem> leaving = new ArrayList<>();
    List<DialogItem> coming = new ArrayList<>();
    for (DialogId dialog : dialogs) {
      plan(dialog, at);
      DialogItem before = listed.get(dialog);
      DialogItem item = listable(all.get(dialog), before != null, at);
      if (item != null && item.equals(before)) {
        continue;
      }
      if (before != null) {
        leaving.add(before);
        listed.remove(dialog);
      }
      if (item != null) {
        coming.add(item);
        listed.put(dialog, item);
      }
    }
    list.replace(leaving, coming);
  }

  /** Notes when it is to be looked at again. */
  private void plan(DialogId dialog, Instant at) {
    DialogItem item = all.get(dialog);
    Instant next = item == null ? null : query.changes(item, at);
    Instant before = next == null ? times.remove(dialog) : times.put(dialog, next);
    if (before != null) {
      due.computeIfPresent(
          before, (time, planned) -> planned.remove(dialog) && planned.isEmpty() ? null : planned);
    }
    if (next != null) {
      due.computeIfAbsent(next, time -> new HashSet<>()).add(dialog);
    }
  }

  /** The same if it is to be listed; else null. */
  private @Nullable DialogItem listable(@Nullable DialogItem item, boolean isListed, Instant at) {
    if (item == null) {
      return null;
    }
    boolean stays = isListed && item.id().equals(kept);
    return stays || query.matches(item, at) ? item : null;
  }
}
