package app.recado.client.state;

import app.recado.protocol.DialogId;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lists of dialogs. FX thread only; lists are sorted and change by minimal edits. */
public interface Inbox {
  ObservableList<DialogItem> list(Tab tab);

  /** How many dialogs stand under a tab; for MINE and TEAM the open groups. */
  ReadOnlyIntegerProperty count(Tab tab);

  /** One dialog as it changes; null while it is unknown or gone. */
  ObservableValue<@Nullable DialogItem> item(DialogId dialog);
}
