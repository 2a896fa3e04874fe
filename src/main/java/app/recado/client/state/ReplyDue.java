package app.recado.client.state;

import app.recado.protocol.DialogRow;
import app.recado.protocol.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a customer waits for a reply, beside what the channel promises: one time for the first
 * reply of a session, another for those after it. Pure.
 *
 * @param waited by the relay's clock, never negative
 */
public record ReplyDue(Duration waited, Level level) {
  /** From so many hundredths of the target on it is time. */
  private static final int SOON_FROM = 80;

  /** How it stands with the promise. */
  public enum Level {
    CALM,
    /** Four fifths of the time are over. */
    SOON,
    /** All of it is. */
    LATE
  }

  /**
   * Null while nobody waits.
   *
   * @param now the relay's time
   */
  public static @Nullable ReplyDue of(DialogItem item, Instant now) {
    Instant since = since(item);
    if (since == null) {
      return null;
    }
    Duration waited = Duration.between(since, now);
    Duration shown = waited.isNegative() ? Duration.ZERO : waited;
    return new ReplyDue(shown, level(shown, target(item)));
  }

  /**
   * When the level changes next if nothing happens; null if it never does.
   *
   * @param now the relay's time
   */
  static @Nullable Instant next(DialogItem item, Instant now) {
    Instant since = since(item);
    Duration target = target(item);
    if (since == null || target.isZero()) {
      return null;
    }
    Instant soon = since.plus(target.multipliedBy(SOON_FROM).dividedBy(100));
    if (soon.isAfter(now)) {
      return soon;
    }
    Instant late = since.plus(target).plusNanos(1);
    return late.isAfter(now) ? late : null;
  }

  /** Null while nobody waits. Who has not been answered at all waits from the beginning. */
  static @Nullable Instant since(DialogItem item) {
    DialogRow.Session session = item.dialog().session();
    if (item.asleep() || !session.status().isOpen()) {
      return null;
    }
    boolean unanswered = session.status().group() == SessionStatus.Group.UNANSWERED;
    return session.waitingSince() == null && unanswered
        ? session.startedAt()
        : session.waitingSince();
  }

  private static Duration target(DialogItem item) {
    boolean first = item.dialog().session().firstReplySeconds() == null;
    return Duration.ofSeconds(
        first ? item.channel().firstReplyTargetSeconds() : item.channel().nextReplyTargetSeconds());
  }

  /** A channel that is not known here promises nothing. */
  private static Level level(Duration waited, Duration target) {
    if (target.isZero()) {
      return Level.CALM;
    }
    if (waited.compareTo(target) > 0) {
      return Level.LATE;
    }
    return waited.multipliedBy(100).compareTo(target.multipliedBy(SOON_FROM)) >= 0
        ? Level.SOON
        : Level.CALM;
  }
}
