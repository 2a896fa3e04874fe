package app.recado.client.ui.marks;

import app.recado.client.sync.Folding;
import app.recado.protocol.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Choosing the tags of a dialog: those it has, those that others have, and a new one of what is
 * typed. Each choice is carried out at once. FX thread only; needs no toolkit.
 */
public final class TagViewModel {
  /**
   * One that can be chosen.
   *
   * @param chosen whether the dialog has it
   * @param fresh whether it is made by choosing it
   */
  record Choice(String tag, boolean chosen, boolean fresh) {}

  private final Change change;
  private final List<String> offered;
  private final List<String> tags = new ArrayList<>();
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyObjectWrapper<List<Choice>> choices =
      new ReadOnlyObjectWrapper<>(this, "choices", List.of());
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(this, "current", -1);

  /** Puts some tags on and takes others off. */
  @FunctionalInterface
  public interface Change {
    void make(List<String> add, List<String> remove);
  }

  /**
   * @param known those there are, the most used first
   * @param on those that whatever is tagged has now
   */
  public TagViewModel(List<String> known, List<String> on, Change change) {
    this.change = change;
    tags.addAll(on);
    Map<String, String> all = new LinkedHashMap<>();
    tags.forEach(tag -> all.put(Tags.key(tag), tag));
    known.forEach(tag -> all.putIfAbsent(Tags.key(tag), tag));
    offered = new ArrayList<>(all.values());
    query.subscribe(typed -> list(0));
  }

  private void list(int mark) {
    String typed = Tags.clean(query.get());
    List<String> words = Folding.words(typed);
    List<Choice> found = new ArrayList<>();
    for (String tag : offered) {
      if (Folding.matchesAll(tag, words)) {
        found.add(new Choice(tag, Tags.has(tags, tag), false));
      }
    }
    if (Tags.isGood(typed) && !Tags.has(offered, typed)) {
      found.add(new Choice(typed, false, true));
    }
    choices.set(List.copyOf(found));
    current.set(found.isEmpty() ? -1 : Math.min(mark, found.size() - 1));
  }

  void step(int by) {
    int size = choices.get().size();
    if (size > 0) {
      current.set(Math.floorMod(current.get() + by, size));
    }
  }

  void chooseCurrent() {
    int at = current.get();
    if (at >= 0 && at < choices.get().size()) {
      choose(choices.get().get(at));
    }
  }

  /** Puts it on the dialog or takes it off; nothing more goes on than a dialog may have. */
  void choose(Choice choice) {
    if (!choice.chosen() && isFull()) {
      return;
    }
    int at = choices.get().indexOf(choice);
    if (choice.chosen()) {
      tags.removeIf(tag -> Tags.key(tag).equals(Tags.key(choice.tag())));
      change.make(List.of(), List.of(choice.tag()));
    } else {
      tags.add(choice.tag());
      if (choice.fresh()) {
        offered.addFirst(choice.tag());
      }
      change.make(List.of(choice.tag()), List.of());
    }
    if (query.get().isEmpty()) {
      list(Math.max(0, at));
    } else {
      query.set("");
    }
  }

  boolean isFull() {
    return tags.size() >= Tags.MOST;
  }

  boolean isTooLong() {
    return Tags.clean(query.get()).length() > Tags.LONGEST;
  }

  StringProperty queryProperty() {
    return query;
  }

  ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  /** Which is marked; -1 for none. */
  ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }
}
