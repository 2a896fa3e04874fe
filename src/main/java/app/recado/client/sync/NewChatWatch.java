package app.recado.client.sync;

import app.recado.client.state.DeskChanges;
import app.recado.client.state.DialogItem;
import app.recado.client.state.NewChat;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the chats to announce: what nobody has answered and is offered to me or to everybody, once
 * for each offer. What is there already at the start, or comes with the first snapshot, is no news.
 */
final class NewChatWatch {
  private final UserId me;
  private final Set<Offer> announced = new HashSet<>();
  private boolean firstContact = true;

  NewChatWatch(UserId me) {
    this.me = me;
  }

  private record Offer(SessionId session, boolean toMe) {}

  void known(@Nullable DialogItem item) {
    firstContact = false;
    if (item != null) {
      announced.add(offer(item));
    }
  }

  boolean isFirstContact() {
    return firstContact;
  }

  void firstContactIsOver() {
    firstContact = false;
  }

  void look(@Nullable DialogItem item, boolean quiet, DeskChanges changes) {
    if (item == null) {
      return;
    }
    DialogRow.Session session = item.dialog().session();
    UserId offeredTo = session.offeredTo();
    boolean forMe = offeredTo == null || offeredTo.equals(me);
    if (session.status().group() == SessionStatus.Group.UNANSWERED
        && forMe
        && announced.add(offer(item))
        && !quiet) {
      DialogRow.LastMessage last = item.dialog().lastMessage();
      changes.announce(new NewChat(item, last == null ? "" : last.snippet(), me.equals(offeredTo)));
    }
  }

  private Offer offer(DialogItem item) {
    DialogRow.Session session = item.dialog().session();
    return new Offer(session.id(), me.equals(session.offeredTo()));
  }
}
