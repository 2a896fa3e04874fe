package app.recado.client.ui.inbox;

import app.recado.client.state.DialogItem;
import app.recado.client.state.ReplyDue;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import java.time.Instant;

/**
 * What stands at the right of a row: how long the customer waits, or when the last word was said.
 *
 * @param level how it stands with what the channel promises
 * @param ticks whether it changes by the second
 */
record Waiting(String text, ReplyDue.Level level, boolean ticks) {
  static Waiting of(DialogItem item, Instant now, Moments moments) {
    Instant until = item.dialog().snoozedUntil();
    if (item.asleep() && until != null) {
      return new Waiting(moments.coming(until, now), ReplyDue.Level.CALM, false);
    }
    ReplyDue due = ReplyDue.of(item, now);
    if (due != null) {
      boolean unanswered =
          item.dialog().session().status().group() == SessionStatus.Group.UNANSWERED;
      String text = unanswered ? moments.wait(due.waited()) : moments.waitInMinutes(due.waited());
      return new Waiting(text, due.level(), true);
    }
    DialogRow.LastMessage last = item.dialog().lastMessage();
    Instant at = last == null ? item.dialog().updatedAt() : last.createdAt();
    return new Waiting(moments.ago(at, now), ReplyDue.Level.CALM, false);
  }
}
