package app.recado.client.ui.search;

import app.recado.client.state.SearchResults.Range;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the palette. */
sealed interface Hit {
  String shown();

  /** Where the words of the query stand in {@link #shown}. */
  List<Range> matches();

  /** What goes with it, in lighter letters; empty for nothing. */
  String note();

  /** Whether it is the same thing, found again. */
  boolean isSameAs(Hit other);

  /**
   * Something to do.
   *
   * @param id names it among the others
   * @param key that does it without the palette; empty for none
   * @param refusal why it cannot be done now; empty if it can
   */
  record Doing(
      String id,
      Icon icon,
      String shown,
      List<Range> matches,
      String note,
      String key,
      String refusal,
      Runnable effect)
      implements Hit {
    boolean isPossible() {
      return refusal.isEmpty();
    }

    @Override
    public boolean isSameAs(Hit other) {
      return other instanceof Doing doing && doing.id.equals(id);
    }
  }

  /**
   * A dialog or a message.
   *
   * @param message null for a dialog
   */
  record Found(
      DialogId dialog, @Nullable MessageId message, String shown, List<Range> matches, String note)
      implements Hit {
    @Override
    public boolean isSameAs(Hit other) {
      return other instanceof Found found
          && found.dialog.equals(dialog)
          && (message == null ? found.message == null : message.equals(found.message));
    }
  }
}
