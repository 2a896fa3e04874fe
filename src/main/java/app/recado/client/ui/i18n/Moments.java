package app.recado.client.ui.i18n;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times and dates as people say them, in the current language and the given zone. */
public final class Moments {
  private final ZoneId zone;
  private final Texts texts = Texts.of("i18n");
  private final DateTimeFormatter clock;
  private final DateTimeFormatter dayMonth;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter full;

  public Moments(ZoneId zone) {
    this.zone = zone;
    clock = DateTimeFormatter.ofPattern("HH:mm", texts.locale());
    dayMonth = DateTimeFormatter.ofPattern(texts.get("date.dayMonth"), texts.locale());
    weekday = DateTimeFormatter.ofPattern(texts.get("date.weekday"), texts.locale());
    full = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale());
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate dateOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  /** {@code 14:02}. */
  public String timeOfDay(Instant moment) {
    return clock.format(moment.atZone(zone));
  }

  /** Time of day for today, else yesterday, {@code 12 Oct}, or with its year: for list rows. */
  public String brief(Instant moment, Instant now) {
    LocalDate day = dateOf(moment);
    LocalDate today = dateOf(now);
    if (day.equals(today)) {
      return timeOfDay(moment);
    }
    if (day.equals(today.minusDays(1))) {
      return texts.get("yesterday.brief");
    }
    return date(day, today);
  }

  /** When something to come comes: {@code 18:00}, {@code tomorrow 9:00}, {@code 12 Oct, 9:00}. */
  public String coming(Instant moment, Instant now) {
    LocalDate day = dateOf(moment);
    LocalDate today = dateOf(now);
    if (day.equals(today)) {
      return timeOfDay(moment);
    }
    return day.equals(today.plusDays(1))
        ? texts.get("tomorrow.at", timeOfDay(moment))
        : texts.get("date.at", date(day, today), timeOfDay(moment));
  }

  /** The date with its year. */
  public String fullDate(LocalDate day) {
    return full.format(day);
  }

  /** Today, yesterday, a weekday within the last week, else the full date: for day separators. */
  public String day(LocalDate day, LocalDate today) {
    if (day.equals(today)) {
      return texts.get("today");
    }
    if (day.equals(today.minusDays(1))) {
      return texts.get("yesterday");
    }
    if (day.isAfter(today.minusDays(7)) && day.isBefore(today)) {
      return weekday.format(day);
    }
    return full.format(day);
  }

  /** {@code 12 Oct}, with the year where it is another. */
  public String date(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear()
        ? dayMonth.format(day)
        : dayMonth.format(day) + " " + day.getYear();
  }

  /** Date and time of day, in full: for tooltips. */
  public String exact(Instant moment) {
    ZonedDateTime at = moment.atZone(zone);
    return full.format(at) + " " + clock.format(at);
  }

  /** A wait under an hour as {@code 4:12}, a longer one as {@code 2 h 05}, then days. */
  public String wait(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 3600) {
      return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
    if (seconds < 86_400) {
      return texts.get("wait.hours", seconds / 3600, "%02d".formatted(seconds % 3600 / 60));
    }
    return texts.get("wait.days", seconds / 86_400);
  }

  /** A wait in whole minutes up to an hour, then as {@link #wait}. */
  public String waitInMinutes(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes >= 60) {
      return wait(length);
    }
    return minutes == 0 ? texts.get("now") : texts.get("minutes", minutes);
  }

  /** The last quarter of an hour as {@code 2 min}; the rest as {@link #brief}. */
  public String ago(Instant moment, Instant now) {
    long minutes = Duration.between(moment, now).toMinutes();
    if (minutes < 1) {
      return texts.get("now");
    }
    return minutes < 15 ? texts.get("minutes", minutes) : brief(moment, now);
  }
}
