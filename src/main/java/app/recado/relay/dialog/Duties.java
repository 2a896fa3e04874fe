package app.recado.relay.dialog;

import app.recado.protocol.SessionStatus;
import app.recado.relay.channel.ChannelSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When time alone next changes a dialog. */
final class Duties {

  /** A pinned session is closed after this, whatever the channel says. */
  private static final Duration PINNED = Duration.ofDays(7);

  private Duties() {}

  /** The earliest of what can fall due; null for nothing. */
  static @Nullable Instant due(Dialog dialog, ChannelSettings settings) {
    if (!dialog.isOpen()) {
      return null;
    }
    return earlier(
        earlier(
            earlier(routing(dialog), noAnswer(dialog, settings)),
            earlier(ratingOver(dialog, settings), autoClose(dialog, settings))),
        dialog.snoozedUntil);
  }

  static @Nullable Instant routing(Dialog dialog) {
    return dialog.owner == null ? dialog.offeredUntil : null;
  }

  static @Nullable Instant noAnswer(Dialog dialog, ChannelSettings settings) {
    boolean wanted =
        settings.noAnswerText() != null && !dialog.toldNoAnswer && dialog.acceptedAt == null;
    return wanted ? dialog.startedAt.plus(settings.noAnswerAfter()) : null;
  }

  static @Nullable Instant ratingOver(Dialog dialog, ChannelSettings settings) {
    boolean waits = dialog.status == SessionStatus.CLOSING && dialog.repliedAt != null;
    return waits && dialog.repliedAt != null ? dialog.repliedAt.plus(settings.ratingWait()) : null;
  }

  static @Nullable Instant autoClose(Dialog dialog, ChannelSettings settings) {
    Duration after = dialog.pinned ? PINNED : settings.autoClose();
    boolean waits = dialog.status == SessionStatus.AGENT_REPLIED && dialog.snoozedUntil == null;
    return waits && after != null && dialog.repliedAt != null ? dialog.repliedAt.plus(after) : null;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
