package app.recado.client.state;

import app.recado.protocol.DialogId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lists of dialogs, kept from the items that changed. FX thread only. */
public final class InboxState implements Inbox {
  private final Map<DialogId, DialogItem> items = new HashMap<>();
  private final Map<DialogId, ReadOnlyObjectWrapper<@Nullable DialogItem>> watched =
      new HashMap<>();
  private final Map<Tab, SortedList> lists = new EnumMap<>(Tab.class);
  private final List<FilteredDialogs> filtered = new ArrayList<>();

  public InboxState() {
    for (Tab tab : Tab.values()) {
      lists.put(tab, new SortedList(TabOrder.of(tab)));
    }
  }

  /** Takes over what changed. */
  public void apply(Collection<DialogItem> changed, Collection<DialogId> gone) {
    Map<Tab, List<DialogItem>> leaving = new EnumMap<>(Tab.class);
    Map<Tab, List<DialogItem>> coming = new EnumMap<>(Tab.class);
    for (DialogItem item : changed) {
      DialogItem before = items.put(item.id(), item);
      if (before != null) {
        among(leaving, TabOrder.tab(before)).add(before);
      }
      among(coming, TabOrder.tab(item)).add(item);
    }
    for (DialogId id : gone) {
      DialogItem before = items.remove(id);
      if (before != null) {
        among(leaving, TabOrder.tab(before)).add(before);
      }
    }
    lists.forEach((tab, list) ->
        list.replace(leaving.getOrDefault(tab, List.of()), coming.getOrDefault(tab, List.of())));
    List.copyOf(filtered).forEach(each -> each.apply(changed, gone));
    changed.forEach(item -> tell(item.id(), item));
    gone.forEach(id -> tell(id, null));
  }

  /** A dialog as it is now; null while it is unknown or gone. */
  public @Nullable DialogItem get(DialogId dialog) {
    return items.get(dialog);
  }

  /** All dialogs, in no order. */
  public List<DialogItem> all() {
    return List.copyOf(items.values());
  }

  Set<DialogId> ids() {
    return Set.copyOf(items.keySet());
  }

  @Override
  public ObservableList<DialogItem> list(Tab tab) {
    return list0(tab).view();
  }

  @Override
  public ReadOnlyIntegerProperty count(Tab tab) {
    return list0(tab).size();
  }

  @Override
  public FilteredDialogs filtered(DialogQuery query, Supplier<Instant> now) {
    FilteredDialogs dialogs = new FilteredDialogs(query, now, filtered::remove);
    dialogs.apply(items.values(), List.of());
    filtered.add(dialogs);
    return dialogs;
  }

  @Override
  public int count(DialogQuery query, Instant now) {
    int found = 0;
    for (DialogItem item : items.values()) {
      found += query.matches(item, now) ? 1 : 0;
    }
    return found;
  }

  @Override
  public ObservableValue<@Nullable DialogItem> item(DialogId dialog) {
    return watched
        .computeIfAbsent(dialog, id -> new ReadOnlyObjectWrapper<>(items.get(id)))
        .getReadOnlyProperty();
  }

  private SortedList list0(Tab tab) {
    SortedList list = lists.get(tab);
    if (list == null) {
      throw new IllegalStateException("no list for " + tab);
    }
    return list;
  }

  private void tell(DialogId dialog, @Nullable DialogItem item) {
    ReadOnlyObjectWrapper<@Nullable DialogItem> watcher = watched.get(dialog);
    if (watcher != null) {
      watcher.set(item);
    }
  }

  private static List<DialogItem> among(Map<Tab, List<DialogItem>> lists, Tab tab) {
    return lists.computeIfAbsent(tab, any -> new ArrayList<>());
  }
}
