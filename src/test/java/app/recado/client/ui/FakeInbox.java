package app.recado.client.ui;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogQuery;
import app.recado.client.state.FilteredDialogs;
import app.recado.client.state.Inbox;
import app.recado.client.state.Tab;
import app.recado.protocol.DialogId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Lists that a test fills by hand; the count of a tab is the size of its list. */
public final class FakeInbox implements Inbox {
  private final Map<Tab, ObservableList<DialogItem>> lists = new EnumMap<>(Tab.class);
  private final Map<Tab, ReadOnlyIntegerWrapper> counts = new EnumMap<>(Tab.class);
  private final List<FilteredDialogs> filtered = new ArrayList<>();
  private final Map<DialogId, SimpleObjectProperty<@Nullable DialogItem>> items = new HashMap<>();

  FakeInbox() {
    for (Tab tab : Tab.values()) {
      lists.put(tab, FXCollections.observableArrayList());
      counts.put(tab, new ReadOnlyIntegerWrapper());
    }
  }

  /** Appends to a tab, or replaces the dialog where it stands in it; leaves all other tabs. */
  public void put(Tab tab, DialogItem item) {
    for (Tab other : Tab.values()) {
      if (other != tab) {
        lists.get(other).removeIf(each -> each.id().equals(item.id()));
      }
    }
    ObservableList<DialogItem> list = lists.get(tab);
    int at = indexOf(list, item.id());
    if (at < 0) {
      list.add(item);
    } else {
      list.set(at, item);
    }
    List.copyOf(filtered).forEach(each -> each.apply(List.of(item), List.of()));
    property(item.id()).set(item);
    count();
  }

  public void remove(DialogId dialog) {
    lists.values().forEach(list -> list.removeIf(each -> each.id().equals(dialog)));
    List.copyOf(filtered).forEach(each -> each.apply(List.of(), List.of(dialog)));
    property(dialog).set(null);
    count();
  }

  @Override
  public ObservableList<DialogItem> list(Tab tab) {
    return lists.get(tab);
  }

  @Override
  public ReadOnlyIntegerProperty count(Tab tab) {
    return counts.get(tab).getReadOnlyProperty();
  }

  @Override
  public FilteredDialogs filtered(DialogQuery query, Supplier<Instant> now) {
    FilteredDialogs dialogs = new FilteredDialogs(query, now, filtered::remove);
    lists.values().forEach(list -> dialogs.apply(list, List.of()));
    filtered.add(dialogs);
    return dialogs;
  }

  @Override
  public int count(DialogQuery query, Instant now) {
    return (int)
        lists.values().stream()
            .flatMap(List::stream)
            .filter(item -> query.matches(item, now))
            .count();
  }

  @Override
  public ObservableValue<@Nullable DialogItem> item(DialogId dialog) {
    return property(dialog);
  }

  private SimpleObjectProperty<@Nullable DialogItem> property(DialogId dialog) {
    return items.computeIfAbsent(dialog, unknown -> new SimpleObjectProperty<>());
  }

  private void count() {
    lists.forEach((tab, list) -> counts.get(tab).set(list.size()));
  }

  private static int indexOf(ObservableList<DialogItem> list, DialogId dialog) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).id().equals(dialog)) {
        return i;
      }
    }
    return -1;
  }
}
