package app.recado.relay.channel;

import app.recado.relay.channel.ChannelSettings.Opening;
import app.recado.relay.refusal.Refusal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a channel's settings must satisfy; each refusal names the field. */
final class SettingsCheck {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 2_000;
  private static final int DAY = 24 * 60 * 60;

  private SettingsCheck() {}

  static void check(ChannelSettings settings) {
    name(settings.name());
    between("nextAfter", settings.nextAfter(), Duration.ofMinutes(1), Duration.ofHours(12));
    between("noAnswerAfter", settings.noAnswerAfter(), Duration.ofSeconds(1), Duration.ofDays(7));
    between("ratingWait", settings.ratingWait(), Duration.ofSeconds(1), Duration.ofDays(30));
    between(
        "firstReplyTarget", settings.firstReplyTarget(), Duration.ofSeconds(1), Duration.ofDays(7));
    between(
        "nextReplyTarget", settings.nextReplyTarget(), Duration.ofSeconds(1), Duration.ofDays(7));
    Duration autoClose = settings.autoClose();
    if (autoClose != null) {
      between("autoClose", autoClose, Duration.ofMinutes(1), Duration.ofDays(365));
    }
    Integer cap = settings.cap();
    if (cap != null && (cap < 1 || cap > 1_000)) {
      throw Refusal.invalid("cap", "A cap is 1 to 1000.");
    }
    text("welcomeText", settings.welcomeText());
    text("offHoursText", settings.offHoursText());
    text("noAnswerText", settings.noAnswerText());
    text("closeText", settings.closeText());
    settings.hours().values().forEach(SettingsCheck::day);
  }

  /** Openings of one day end after they begin, and none reaches into another. */
  private static void day(List<Opening> openings) {
    int end = -1;
    List<Opening> ordered = openings.stream().sorted(Comparator.comparing(Opening::from)).toList();
    for (Opening opening : ordered) {
      int from = opening.from().toSecondOfDay();
      int until = opening.until().toSecondOfDay() == 0 ? DAY : opening.until().toSecondOfDay();
      if (until <= from) {
        throw Refusal.invalid("hours", "Opening hours end before they begin.");
      }
      if (from < end) {
        throw Refusal.invalid("hours", "Opening hours of one day overlap.");
      }
      end = until;
    }
  }

  static void name(String name) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw Refusal.invalid("name", "A name has 1 to " + LONGEST_NAME + " characters.");
    }
  }

  private static void between(String field, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw Refusal.invalid(
          field, "This must be %d to %d seconds.".formatted(least.toSeconds(), most.toSeconds()));
    }
  }

  private static void text(String field, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
      throw Refusal.invalid(field, "A text has 1 to " + LONGEST_TEXT + " characters.");
    }
  }
}
