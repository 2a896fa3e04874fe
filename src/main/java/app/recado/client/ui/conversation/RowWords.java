package app.recado.client.ui.conversation;

import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.MessageRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the rows of the timeline say. */
final class RowWords {
  private static final long LONGEST_SECONDS = 30;

  private final Texts texts;
  private final Moments moments;
  private final SystemLines lines;
  private final Supplier<Instant> now;

  RowWords(Texts texts, Moments moments, SystemLines lines, Supplier<Instant> now) {
    this.texts = texts;
    this.moments = moments;
    this.lines = lines;
    this.now = now;
  }

  String time(Instant moment) {
    return moments.timeOfDay(moment);
  }

  String day(LocalDate day) {
    return moments.day(day, moments.dateOf(now.get()));
  }

  /** The day with its year, for what is read later. */
  String fullDay(LocalDate day) {
    return moments.fullDate(day);
  }

  /** What happened; where a session begins or ends also at what time. */
  /** Who wrote what was copied. */
  String copiedFrom(MessageRow row) {
    return row.event() == null ? "" : lines.author(row.event());
  }

  String event(MessageRow row) {
    if (row.event() == null) {
      return "";
    }
    String said = lines.of(row.event());
    return SystemLines.separates(row.event())
        ? said + texts.get("header.separator") + time(row.createdAt())
        : said;
  }

  /** How far it got; the words say it to those who do not see the mark. */
  String state(SendState state) {
    return switch (state) {
      case DELAYED -> texts.get("state.delayed");
      case QUEUED -> texts.get("state.queued");
      case SENDING -> texts.get("state.sending");
      case SENT -> texts.get("state.sent");
      case DELIVERED -> texts.get("state.delivered");
      case READ -> texts.get("state.read");
      case HELD -> texts.get("state.held");
      case REJECTED -> texts.get("state.rejected");
      case FAILED -> texts.get("state.failed");
      case UNKNOWN -> texts.get("state.unknown");
    };
  }

  /** The words that stand beside the mark; what is as usual needs none. */
  String stateShown(SendState state) {
    return switch (state) {
      case QUEUED, HELD -> state(state);
      case DELAYED, SENDING, SENT, DELIVERED, READ, REJECTED, FAILED, UNKNOWN -> "";
    };
  }

  static Icon icon(SendState state) {
    return switch (state) {
      case DELAYED, QUEUED, SENDING -> Icon.CLOCK;
      case SENT -> Icon.CHECK;
      case DELIVERED, READ -> Icon.CHECK_CHECK;
      case HELD -> Icon.PAUSE;
      case REJECTED, FAILED, UNKNOWN -> Icon.CIRCLE_ALERT;
    };
  }

  /** Why it did not reach the customer. */
  String failure(TimelineEntry.Message message) {
    String reason = message.row().failure();
    SendState state = message.state();
    if (state == SendState.UNKNOWN) {
      return texts.get("failure.unknown");
    }
    if (state == SendState.REJECTED) {
      return texts.get("failure.rejected");
    }
    return reason == null || reason.isBlank()
        ? texts.get("failure.plain")
        : texts.get("failure.reason", reason);
  }

  /** Whether the relay has it: what only lies in the outbox has not been seen by anybody else. */
  static boolean isFromRelay(TimelineEntry.Message message) {
    SendState state = message.state();
    return state == null
        || switch (state) {
          case SENT, DELIVERED, READ, FAILED, UNKNOWN -> true;
          case DELAYED, QUEUED, SENDING, HELD, REJECTED -> false;
        };
  }

  /** A moment to come: its day and time of day. */
  String moment(Instant at) {
    return moments.coming(at, now.get());
  }

  /** How long a message still keeps its time here. */
  String leaving(Instant leavesAt) {
    long millis = Duration.between(now.get(), leavesAt).toMillis();
    long seconds = Math.clamp((millis + 999) / 1_000, 0, LONGEST_SECONDS);
    return seconds == 0 ? texts.get("leaving.now") : texts.count("leaving", (int) seconds);
  }

  /** The whole message in one sentence, for screen readers. */
  String spoken(TimelineEntry.Message message) {
    MessageRow row = message.row();
    String said = row.deletedAt() == null ? row.text() : texts.get("message.deleted");
    String kind =
        row.whisper()
            ? texts.get("spoken.whisper", message.authorName(), time(row.createdAt()), said)
            : texts.get("spoken.message", message.authorName(), time(row.createdAt()), said);
    @Nullable SendState state = message.state();
    return state == null ? kind : texts.get("spoken.state", kind, state(state));
  }
}
