package app.recado.client.ui.settings;

import app.recado.protocol.Opening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How lengths and times of day are typed. Pure. */
final class Times {
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
  private static final int LONGEST = 9;
  private static final Pattern OPENING =
      Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?::(\\d{2}))?");

  private Times() {}

  /** Minutes, with a decimal where it needs one. */
  static String minutes(int seconds, Locale locale) {
    return BigDecimal.valueOf(seconds)
        .divide(MINUTE, 2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString()
        .replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
  }

  /** Seconds of what was typed as minutes, with a point or a comma; empty if it is no number. */
  static Optional<Integer> seconds(String minutes) {
    String plain = minutes.strip().replace(',', '.');
    if (!plain.matches("\\d+(\\.\\d+)?") || plain.length() > LONGEST) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(plain).multiply(MINUTE).setScale(0, RoundingMode.HALF_UP);
    return seconds.precision() <= LONGEST ? Optional.of(seconds.intValueExact()) : Optional.empty();
  }

  /** As in {@code 08:00 – 12:00, 13:00 – 18:00}. */
  static String hours(List<Opening> openings) {
    return openings.stream()
        .map(opening -> opening.from() + " – " + opening.until())
        .collect(Collectors.joining(", "));
  }

  /** Reads what {@link #hours} writes, and shorter forms of it; empty if it is none. */
  static Optional<List<Opening>> openings(String typed) {
    List<Opening> openings = new ArrayList<>();
    if (typed.isBlank()) {
      return Optional.of(openings);
    }
    int end = -1;
    for (String part : typed.split(",", -1)) {
      Matcher times = OPENING.matcher(part.strip());
      if (!times.matches()) {
        return Optional.empty();
      }
      try {
        LocalTime from = time(times.group(1), times.group(2));
        LocalTime until = time(times.group(3), times.group(4));
        int last = until.toSecondOfDay() == 0 ? Integer.MAX_VALUE : until.toSecondOfDay();
        if (from.toSecondOfDay() < end || last <= from.toSecondOfDay()) {
          return Optional.empty();
        }
        end = last;
        openings.add(new Opening(from.toString(), until.toString()));
      } catch (DateTimeException impossible) {
        return Optional.empty();
      }
    }
    return Optional.of(openings);
  }

  /** {@code 24:00} is the day's end, as midnight is. */
  private static LocalTime time(String hour, String minute) {
    int hours = Integer.parseInt(hour) == 24 ? 0 : Integer.parseInt(hour);
    return LocalTime.of(hours, minute == null ? 0 : Integer.parseInt(minute));
  }
}
