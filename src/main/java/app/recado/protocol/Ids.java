package app.recado.protocol;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes and checks ids. Thread-safe if its random generator is. */
public final class Ids {
  private static final int LONGEST = 64;
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final InstantSource clock;
  private final RandomGenerator random;
  private long lastMillis;
  private int sequence;

  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * The next UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, 12 bits that count up
   * within one millisecond, 62 random bits. Ids of one instance ascend, even when the clock steps
   * back.
   */
  public synchronized String next() {
    long millis = Math.max(clock.millis(), lastMillis);
    if (millis == lastMillis) {
      sequence++;
      if (sequence > 0xFFF) {
        millis++;
        sequence = 0;
      }
    } else {
      sequence = random.nextInt(0x400);
    }
    lastMillis = millis;
    long high = (millis << 16) | 0x7000L | sequence;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Whether the text is a UUID in its lower-case canonical form. */
  public static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  /**
   * Returns the text if it can be an id at all.
   *
   * @throws IllegalArgumentException if it is empty, over 64 characters, or holds anything but
   *     letters, digits, dot, underscore and hyphen
   */
  static String require(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      throw new IllegalArgumentException("not an id");
    }
    for (int i = 0; i < length; i++) {
      if (!isAcceptable(text.charAt(i))) {
        throw new IllegalArgumentException("not an id");
      }
    }
    return text;
  }

  private static boolean isAcceptable(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
