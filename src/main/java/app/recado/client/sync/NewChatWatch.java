package app.recado.client.sync;

import app.recado.client.state.DialogItem;
import app.recado.client.state.NewChat;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the chats to announce: what nobody has answered and is offered to me or to everybody, once
 * for each offer. One that I muted is not, unless it is offered to me: somebody waits for my word.
 * What is there already at the start, or comes with the first snapshot, is no news.
 */
final class NewChatWatch {
  private final UserId me;
  private final Function<DialogId, String> lastWords;
  private final Set<Offer> announced = new HashSet<>();
  private boolean firstContact = true;

  /**
   * @param lastWords what the customer of a dialog wrote last: an automatic text or a whisper may
   *     have come after it
   */
  NewChatWatch(UserId me, Function<DialogId, String> lastWords) {
    this.me = me;
    this.lastWords = lastWords;
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

  /**
   * The announcement of a dialog that came or changed; null if it is no news.
   *
   * @param quiet takes note of it without announcing it
   */
  @Nullable NewChat look(@Nullable DialogItem item, boolean quiet) {
    if (item == null) {
      return null;
    }
    DialogRow.Session session = item.dialog().session();
    UserId offeredTo = session.offeredTo();
    boolean forMe = offeredTo == null || offeredTo.equals(me);
    boolean unanswered = session.status().group() == SessionStatus.Group.UNANSWERED;
    if (!unanswered) {
      announced.remove(new Offer(session.id(), false));
    }
    if (!unanswered || !me.equals(offeredTo)) {
      // what comes back to me is news again
      announced.remove(new Offer(session.id(), true));
    }
    boolean toMe = me.equals(offeredTo);
    boolean mayBeHeard = !quiet && (toMe || !item.muted());
    boolean news = unanswered && forMe && announced.add(offer(item)) && mayBeHeard;
    return news ? new NewChat(item, wordsOf(item), toMe) : null;
  }

  private String wordsOf(DialogItem item) {
    String cached = Overlay.snippet(lastWords.apply(item.id()));
    DialogRow.LastMessage last = item.dialog().lastMessage();
    return cached.isEmpty() && last != null && last.author().kind() == AuthorKind.CUSTOMER
        ? last.snippet()
        : cached;
  }

  private Offer offer(DialogItem item) {
    DialogRow.Session session = item.dialog().session();
    return new Offer(session.id(), me.equals(session.offeredTo()));
  }
}
