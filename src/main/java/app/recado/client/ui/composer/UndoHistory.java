package app.recado.client.ui.composer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in one text, to be taken back and done again. Each draft has its own, so that
 * undo never brings the text of another customer.
 */
final class UndoHistory {
  private static final int KEPT = 300;

  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();

  /** At one place, one text was replaced by another. */
  private record Edit(int at, String removed, String inserted) {}

  /** A text and where the caret stands in it. */
  record State(String text, int caret) {}

  /** Notes that a text became another; typing that goes on at one place is one step per word. */
  void changed(String was, String is) {
    int from = 0;
    int shorter = Math.min(was.length(), is.length());
    while (from < shorter && was.charAt(from) == is.charAt(from)) {
      from++;
    }
    int tail = 0;
    while (tail < shorter - from
        && was.charAt(was.length() - 1 - tail) == is.charAt(is.length() - 1 - tail)) {
      tail++;
    }
    Edit edit =
        new Edit(
            from, was.substring(from, was.length() - tail), is.substring(from, is.length() - tail));
    undone.clear();
    Edit last = done.peekLast();
    Edit joined = last == null ? null : join(last, edit);
    if (joined != null) {
      done.removeLast();
    }
    done.addLast(joined == null ? edit : joined);
    if (done.size() > KEPT) {
      done.removeFirst();
    }
  }

  /** The text before the last step; null if there is none. */
  @Nullable State undo(String text) {
    Edit last = done.pollLast();
    if (last == null) {
      return null;
    }
    undone.addLast(last);
    return replace(text, last.at(), last.inserted(), last.removed());
  }

  /** The text after the step taken back last; null if there is none. */
  @Nullable State redo(String text) {
    Edit next = undone.pollLast();
    if (next == null) {
      return null;
    }
    done.addLast(next);
    return replace(text, next.at(), next.removed(), next.inserted());
  }

  boolean canUndo() {
    return !done.isEmpty();
  }

  boolean canRedo() {
    return !undone.isEmpty();
  }

  void clear() {
    done.clear();
    undone.clear();
  }

  private static State replace(String text, int at, String old, String replacement) {
    return new State(
        text.substring(0, at) + replacement + text.substring(at + old.length()),
        at + replacement.length());
  }

  private static @Nullable Edit join(Edit last, Edit next) {
    boolean typing = next.removed().isEmpty() && next.inserted().length() == 1;
    if (typing
        && last.at() + last.inserted().length() == next.at()
        && !last.inserted().isEmpty()
        && !beginsWord(last.inserted(), next.inserted())) {
      return new Edit(last.at(), last.removed(), last.inserted() + next.inserted());
    }
    boolean erasing = next.inserted().isEmpty() && next.removed().length() == 1;
    if (erasing && last.inserted().isEmpty() && next.at() + 1 == last.at()) {
      return new Edit(next.at(), next.removed() + last.removed(), "");
    }
    return null;
  }

  private static boolean beginsWord(String before, String typed) {
    return Character.isWhitespace(before.charAt(before.length() - 1))
        && !Character.isWhitespace(typed.charAt(0));
  }
}
