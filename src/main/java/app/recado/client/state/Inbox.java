package app.recado.client.state;

import app.recado.protocol.DialogId;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lists of dialogs. FX thread only; lists are sorted and change by minimal edits. */
public interface Inbox {
  ObservableList<DialogItem> list(Tab tab);

  /** How many dialogs stand under a tab; for MINE and TEAM the open groups. */
  ReadOnlyIntegerProperty count(Tab tab);

  /**
   * The dialogs of a query, of all tabs; whoever asks for them closes them.
   *
   * @param now the relay's time
   */
  FilteredDialogs filtered(DialogQuery query, Supplier<Instant> now);

  /**
   * How many dialogs a query finds now.
   *
   * @param now the relay's time
   */
  int count(DialogQuery query, Instant now);

  /** One dialog as it changes; null while it is unknown or gone. */
  ObservableValue<@Nullable DialogItem> item(DialogId dialog);
}
