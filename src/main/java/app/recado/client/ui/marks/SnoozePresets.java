package app.recado.client.ui.marks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Until when one commonly lets a dialog sleep. Pure. */
final class SnoozePresets {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration LATER = Duration.ofHours(3);
  private static final int QUARTER = 15;

  private final ZonedDateTime now;

  /**
   * @param now the relay's time
   */
  SnoozePresets(Instant now, ZoneId zone) {
    this.now = now.atZone(zone);
  }

  /** In some hours, at a quarter; null when that is not today any more. */
  @Nullable Instant laterToday() {
    ZonedDateTime later = now.plus(LATER).truncatedTo(ChronoUnit.MINUTES);
    int over = later.getMinute() % QUARTER;
    ZonedDateTime quarter = over == 0 ? later : later.plusMinutes(QUARTER - over);
    return quarter.toLocalDate().equals(now.toLocalDate()) ? quarter.toInstant() : null;
  }

  Instant tomorrow() {
    return morning(now.plusDays(1));
  }

  /** The next Monday that is not today; null on a Sunday, when that is tomorrow. */
  @Nullable Instant nextWeek() {
    Instant monday = morning(now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    return monday.equals(tomorrow()) ? null : monday;
  }

  /** At nine by the clock on the wall, whatever daylight saving does in between. */
  private static Instant morning(ZonedDateTime day) {
    return day.toLocalDate().atTime(MORNING).atZone(day.getZone()).toInstant();
  }
}
