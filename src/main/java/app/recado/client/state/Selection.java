package app.recado.client.state;

import app.recado.protocol.DialogId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs of a list that something is to be done with at once. Rows move under the agent's
 * hands, so it goes by dialogs and never by places. FX thread only.
 */
public final class Selection {
  /** More are not done at once. */
  public static final int MOST = 500;

  private final ReadOnlyObjectWrapper<Set<DialogId>> dialogs =
      new ReadOnlyObjectWrapper<>(this, "dialogs", Set.of());

  /** Where a range begins, and what was selected before it. */
  private @Nullable DialogId anchor;

  private Set<DialogId> before = Set.of();

  /** The end of the range that moves. */
  private @Nullable DialogId lead;

  /** Those selected, in the order of choosing; a new set with every change. */
  public ReadOnlyObjectProperty<Set<DialogId>> dialogs() {
    return dialogs.getReadOnlyProperty();
  }

  public boolean isEmpty() {
    return dialogs.get().isEmpty();
  }

  public boolean has(DialogId dialog) {
    return dialogs.get().contains(dialog);
  }

  /** Adds it or takes it out; a range begins there. */
  public void toggle(DialogId dialog) {
    Set<DialogId> next = new LinkedHashSet<>(dialogs.get());
    if (!next.remove(dialog)) {
      next.add(dialog);
    }
    set(next);
    anchor = dialog;
    lead = dialog;
    before = dialogs.get();
  }

  /**
   * Adds all from where a range began to this one.
   *
   * @param rows as they are listed now
   * @param from where it begins if nothing was chosen before; null for this one
   */
  public void extend(List<DialogId> rows, DialogId to, @Nullable DialogId from) {
    begin(rows, from == null ? to : from);
    lead = to;
    int one = rows.indexOf(anchor);
    int other = rows.indexOf(to);
    if (one < 0 || other < 0) {
      return;
    }
    Set<DialogId> next = new LinkedHashSet<>(before);
    next.addAll(rows.subList(Math.min(one, other), Math.max(one, other) + 1));
    set(next);
  }

  /** Moves the end of the range so many rows down, or up; where it stands then, null if nowhere. */
  public @Nullable DialogId extend(List<DialogId> rows, int by, @Nullable DialogId from) {
    if (rows.isEmpty()) {
      return null;
    }
    begin(rows, from == null || !rows.contains(from) ? rows.getFirst() : from);
    int at = rows.indexOf(lead);
    DialogId to = rows.get(Math.clamp(at + by, 0, rows.size() - 1));
    extend(rows, to, from);
    return to;
  }

  private void begin(List<DialogId> rows, DialogId from) {
    if (anchor == null || !rows.contains(anchor) || lead == null || !rows.contains(lead)) {
      anchor = from;
      lead = from;
      before = dialogs.get();
    }
  }

  public void all(List<DialogId> rows) {
    set(new LinkedHashSet<>(rows));
    anchor = null;
  }

  /** What is listed no more is not selected any more. */
  public void retain(Collection<DialogId> rows) {
    if (!isEmpty()) {
      Set<DialogId> next = new LinkedHashSet<>(dialogs.get());
      next.retainAll(Set.copyOf(rows));
      set(next);
    }
  }

  public void clear() {
    set(Set.of());
    anchor = null;
  }

  private void set(Set<DialogId> wanted) {
    Set<DialogId> next = new LinkedHashSet<>();
    for (DialogId dialog : wanted) {
      if (next.size() < MOST) {
        next.add(dialog);
      }
    }
    if (!next.equals(dialogs.get())) {
      dialogs.set(next);
    }
    if (next.isEmpty()) {
      before = Set.of();
    }
  }
}
