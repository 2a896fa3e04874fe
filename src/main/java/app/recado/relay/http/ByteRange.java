package app.recado.relay.http;

import app.recado.relay.refusal.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that was asked for (RFC 9110, section 14). Several parts at once, and what
 * cannot be read, give the whole, as the standard allows.
 *
 * @param from the first byte
 * @param length how many
 * @param size of the whole
 */
record ByteRange(long from, long length, long size) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * @param tag of the file as it is; a caller who has begun with another gets the whole
   * @throws Refusal 416 for what lies behind the end
   */
  static ByteRange of(Exchange exchange, long size, String tag) {
    Matcher asked = ONE.matcher(exchange.header("Range").orElse(""));
    boolean changed = exchange.header("If-Range").filter(known -> !known.equals(tag)).isPresent();
    if (!asked.matches() || changed || (asked.group(1) + asked.group(2)).isEmpty()) {
      return new ByteRange(0, size, size);
    }
    boolean tail = asked.group(1).isEmpty();
    long first = tail ? size - Long.parseLong(asked.group(2)) : Long.parseLong(asked.group(1));
    long last = tail || asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    if (first >= size || (tail && first == size) || last < first) {
      exchange.with("Content-Range", "bytes */" + size);
      throw Refusal.of(416, "range_not_satisfiable", "The file is shorter than that.");
    }
    long from = Math.max(0, first);
    return new ByteRange(from, Math.min(last, size - 1) - from + 1, size);
  }

  boolean isPart() {
    return length < size;
  }

  /** As {@code Content-Range} has it. */
  String header() {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
