package app.recado.client.state;

import app.recado.protocol.AuthorKind;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * New chats to announce: each stays until somebody accepts it, or it is dismissed or muted. One
 * that was muted before it was offered to me stays.
 */
public final class NewChatList {
  private final ObservableList<NewChat> chats = FXCollections.observableArrayList();
  private final ObservableList<NewChat> view = FXCollections.unmodifiableObservableList(chats);

  public ObservableList<NewChat> view() {
    return view;
  }

  public void dismiss(NewChat chat) {
    chats.removeIf(one -> one.item().id().equals(chat.item().id()));
  }

  void apply(List<NewChat> announced, Collection<DialogItem> changed, Set<DialogId> gone) {
    chats.removeIf(chat -> gone.contains(chat.item().id()));
    for (DialogItem item : changed) {
      for (int i = chats.size() - 1; i >= 0; i--) {
        NewChat chat = chats.get(i);
        if (!chat.item().id().equals(item.id())) {
          continue;
        }
        if (item.dialog().session().status().group() == SessionStatus.Group.UNANSWERED
            && !isPutAway(item, chat)
            && !wentElsewhere(item, chat)) {
          chats.set(i, new NewChat(item, lastWords(item, chat), chat.offeredToMe()));
        } else {
          chats.remove(i);
        }
      }
    }
    for (NewChat chat : announced) {
      dismiss(chat);
      chats.add(chat);
    }
  }

  private static boolean isPutAway(DialogItem item, NewChat before) {
    return item.muted() && !(before.offeredToMe() && before.item().muted());
  }

  /** Whether it was offered to me and is now offered to somebody else, or to nobody. */
  private static boolean wentElsewhere(DialogItem item, NewChat before) {
    return before.offeredToMe()
        && !Objects.equals(
            item.dialog().session().offeredTo(), before.item().dialog().session().offeredTo());
  }

  /** What the customer said last: what somebody else wrote since leaves it as it was. */
  private static String lastWords(DialogItem item, NewChat before) {
    DialogRow.LastMessage last = item.dialog().lastMessage();
    return last != null && last.author().kind() == AuthorKind.CUSTOMER
        ? last.snippet()
        : before.text();
  }
}
