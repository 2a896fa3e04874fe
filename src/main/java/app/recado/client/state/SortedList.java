package app.recado.client.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A list kept in order by minimal edits: what did not change does not move. */
final class SortedList {
  /** From how many changes on it is cheaper, for all who watch, to be told once. */
  private static final int MANY = 300;

  private final Comparator<DialogItem> order;
  private final ObservableList<DialogItem> items = FXCollections.observableArrayList();
  private final ObservableList<DialogItem> view = FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();

  SortedList(Comparator<DialogItem> order) {
    this.order = order;
  }

  ObservableList<DialogItem> view() {
    return view;
  }

  ReadOnlyIntegerProperty size() {
    return size.getReadOnlyProperty();
  }

  /** Takes items out (as they were put in) and puts others in. */
  void replace(Collection<DialogItem> leaving, Collection<DialogItem> coming) {
    if (leaving.isEmpty() && coming.isEmpty()) {
      return;
    }
    if (coming.size() > MANY && coming.size() > items.size() / 8) {
      replaceAtOnce(leaving, coming);
    } else {
      replaceOneByOne(leaving, coming);
    }
    size.set(items.size());
  }

  private void replaceAtOnce(Collection<DialogItem> leaving, Collection<DialogItem> coming) {
    Map<Object, DialogItem> byId = new HashMap<>();
    items.forEach(item -> byId.put(item.id(), item));
    leaving.forEach(item -> byId.remove(item.id()));
    coming.forEach(item -> byId.put(item.id(), item));
    List<DialogItem> sorted = new ArrayList<>(byId.values());
    sorted.sort(order);
    items.setAll(sorted);
  }

  private void replaceOneByOne(Collection<DialogItem> leaving, Collection<DialogItem> coming) {
    Map<Object, DialogItem> next = new HashMap<>();
    coming.forEach(item -> next.put(item.id(), item));
    for (DialogItem old : leaving) {
      int index = Collections.binarySearch(items, old, order);
      if (index < 0) {
        continue;
      }
      DialogItem same = next.get(old.id());
      if (same != null && order.compare(old, same) == 0) {
        items.set(index, same);
        next.remove(old.id());
      } else {
        items.remove(index);
      }
    }
    for (DialogItem item : next.values()) {
      int index = Collections.binarySearch(items, item, order);
      if (index < 0) {
        items.add(-index - 1, item);
      } else {
        items.set(index, item);
      }
    }
  }
}
