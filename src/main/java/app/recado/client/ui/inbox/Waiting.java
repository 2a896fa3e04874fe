package app.recado.client.ui.inbox;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * What stands at the right of a row: how long the customer waits, or when the last word was said.
 *
 * @param late whether the customer waits longer than the channel promises
 * @param ticks whether it changes by the second
 */
record Waiting(String text, boolean late, boolean ticks) {
  static Waiting of(DialogItem item, Instant now, Moments moments) {
    DialogRow.Session session = item.dialog().session();
    Instant until = item.dialog().snoozedUntil();
    if (item.asleep() && until != null) {
      return new Waiting(moments.coming(until, now), false, false);
    }
    Instant since = session.waitingSince();
    boolean unanswered = session.status().group() == SessionStatus.Group.UNANSWERED;
    if (since == null && unanswered) {
      since = session.startedAt();
    }
    if (since != null && session.status().isOpen()) {
      Duration wait = Duration.between(since, now);
      boolean late = wait.toSeconds() > item.channel().firstReplyTargetSeconds();
      String text = unanswered ? moments.wait(wait) : moments.waitInMinutes(wait);
      return new Waiting(text, late, true);
    }
    DialogRow.LastMessage last = item.dialog().lastMessage();
    Instant at = last == null ? item.dialog().updatedAt() : last.createdAt();
    return new Waiting(moments.ago(at, now), false, false);
  }
}
