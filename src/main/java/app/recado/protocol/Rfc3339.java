package app.recado.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as the wire has them, {@code 2026-11-20T17:00:00.000Z}, written and read digit by digit:
 * every row carries several, and the JDK's formatter costs more than all the rest of a row (its
 * parser kept the compiler busy for ten seconds besides).
 */
final class Rfc3339 {
  private static final int WITHOUT_FRACTION = "2026-11-20T17:00:00Z".length();
  private static final int WITH_MILLIS = "2026-11-20T17:00:00.000Z".length();

  private Rfc3339() {}

  /** In UTC with milliseconds; the year must have four digits. */
  static String write(Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9999) {
      throw new IllegalArgumentException("not a year of four digits: " + instant);
    }
    byte[] text = new byte[WITH_MILLIS];
    put(text, 0, time.getYear(), 4);
    text[4] = '-';
    put(text, 5, time.getMonthValue(), 2);
    text[7] = '-';
    put(text, 8, time.getDayOfMonth(), 2);
    text[10] = 'T';
    put(text, 11, time.getHour(), 2);
    text[13] = ':';
    put(text, 14, time.getMinute(), 2);
    text[16] = ':';
    put(text, 17, time.getSecond(), 2);
    text[19] = '.';
    put(text, 20, time.getNano() / 1_000_000, 3);
    text[23] = 'Z';
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads any RFC 3339 time.
   *
   * @throws java.time.DateTimeException for anything else
   */
  static Instant read(String text) {
    Instant usual = usual(text);
    return usual != null ? usual : Instant.parse(text);
  }

  /** The form that {@link #write} writes, with or without milliseconds; null for any other. */
  private static @Nullable Instant usual(String text) {
    boolean millis = text.length() == WITH_MILLIS && text.charAt(19) == '.';
    boolean fits =
        (millis || text.length() == WITHOUT_FRACTION)
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && text.charAt(text.length() - 1) == 'Z';
    if (!fits) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    int fraction = millis ? number(text, 20, 3) : 0;
    boolean digits = (year | month | day | hour | minute | second | fraction) >= 0;
    // hour 24 and second 60 are for the JDK to judge
    if (!digits || hour > 23 || second > 59) {
      return null;
    }
    return LocalDateTime.of(
            LocalDate.of(year, month, day),
            LocalTime.of(hour, minute, second, fraction * 1_000_000))
        .toInstant(ZoneOffset.UTC);
  }

  private static void put(byte[] text, int at, int number, int digits) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Negative if one of the characters is no digit. */
  private static int number(String text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
