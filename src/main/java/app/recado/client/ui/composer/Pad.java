package app.recado.client.ui.composer;

import org.jspecify.annotations.Nullable;

/** What stands in the composer for one dialog and one kind of draft, while it is not shown too. */
final class Pad {
  final UndoHistory history = new UndoHistory();
  String text = "";
  int caret;
  @Nullable Quote quote;

  /** What was last handed over to be kept; shown drafts are not overwritten by older news of it. */
  @Nullable String awaited;

  boolean dirty;

  void empty() {
    history.clear();
    text = "";
    caret = 0;
    quote = null;
    dirty = false;
  }
}
