package app.recado.relay.channel;

import app.recado.relay.channel.ChannelSettings.Opening;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Whether a channel is open, by the wall clock of its own time zone. */
final class WorkingHours {

  private WorkingHours() {}

  /** A channel without hours is always open; one whose {@code until} is midnight closes at it. */
  static boolean isOpen(ChannelSettings settings, Instant now) {
    if (settings.hours().isEmpty()) {
      return true;
    }
    ZonedDateTime there = now.atZone(settings.zone());
    List<Opening> openings = settings.hours().getOrDefault(there.getDayOfWeek(), List.of());
    return openings.stream()
        .anyMatch(opening ->
            !there.toLocalTime().isBefore(opening.from())
                && (there.toLocalTime().isBefore(opening.until())
                    || opening.until().toSecondOfDay() == 0));
  }
}
