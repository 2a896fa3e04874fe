package app.recado.client.state;

import app.recado.protocol.DialogId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** New messages to announce, one for each dialog, the latest last. */
public final class NewMessageList {
  private final ObservableList<NewMessage> messages = FXCollections.observableArrayList();
  private final ObservableList<NewMessage> view =
      FXCollections.unmodifiableObservableList(messages);

  public ObservableList<NewMessage> view() {
    return view;
  }

  void apply(List<NewMessage> announced, Collection<DialogItem> changed, Set<DialogId> gone) {
    messages.removeIf(one -> gone.contains(one.item().id()));
    for (DialogItem item : changed) {
      if (item.unread() == 0 || !item.isHeard()) {
        remove(item.id());
      }
    }
    for (NewMessage message : announced) {
      if (!gone.contains(message.item().id())) {
        remove(message.item().id());
        messages.add(message);
      }
    }
  }

  private void remove(DialogId dialog) {
    messages.removeIf(one -> one.item().id().equals(dialog));
  }
}
