package app.recado.client.state;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/** Turns one list into another by as few edits as needed, so that what stays is not touched. */
final class ListEdits {
  private ListEdits() {}

  /**
   * @param key what makes two elements the same thing; unique within each list
   */
  static <T> void replace(ObservableList<T> list, List<T> next, Function<T, ?> key) {
    Set<Object> staying = new HashSet<>();
    next.forEach(element -> staying.add(key.apply(element)));
    removeRuns(list, staying, key);
    int i = 0;
    while (i < next.size()) {
      Object wanted = key.apply(next.get(i));
      if (i < list.size() && key.apply(list.get(i)).equals(wanted)) {
        if (!Objects.equals(list.get(i), next.get(i))) {
          list.set(i, next.get(i));
        }
        i++;
        continue;
      }
      int found = indexOf(list, i + 1, wanted, key);
      if (found >= 0) {
        list.remove(found);
        list.add(i, next.get(i));
        i++;
        continue;
      }
      int end = i + 1;
      Object following = i < list.size() ? key.apply(list.get(i)) : null;
      Set<Object> present = new HashSet<>();
      list.subList(i, list.size()).forEach(element -> present.add(key.apply(element)));
      while (end < next.size()
          && !key.apply(next.get(end)).equals(following)
          && !present.contains(key.apply(next.get(end)))) {
        end++;
      }
      list.addAll(i, next.subList(i, end));
      i = end;
    }
  }

  private static <T> void removeRuns(
      ObservableList<T> list, Set<Object> staying, Function<T, ?> key) {
    int end = list.size();
    while (end > 0) {
      if (staying.contains(key.apply(list.get(end - 1)))) {
        end--;
        continue;
      }
      int start = end - 1;
      while (start > 0 && !staying.contains(key.apply(list.get(start - 1)))) {
        start--;
      }
      list.remove(start, end);
      end = start;
    }
  }

  private static <T> int indexOf(
      ObservableList<T> list, int from, Object wanted, Function<T, ?> key) {
    for (int i = from; i < list.size(); i++) {
      if (key.apply(list.get(i)).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
