package app.recado.relay.store;

import app.recado.relay.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader's place in the log.
 *
 * @param epoch of the database it was made for
 * @param seq everything up to here has been told
 * @param snapshotEnd while the first contact lasts, where it ends; else 0
 * @param within how far an entry that opens or shuts dialogs has been told; null between entries
 * @param since while pages follow one another, where the first of them began: what changed behind
 *     that and was not told in its place is told with what opens it; else 0
 */
public record Cursor(
    String epoch, long seq, long snapshotEnd, @Nullable Within within, long since) {

  /**
   * @param seq the entry's number
   * @param dialog the dialog it is at
   * @param kind of the last row told of that dialog
   * @param position of that row
   */
  record Within(long seq, String dialog, int kind, long position) {}

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9a-f]{16}):(\\d{1,18}):(\\d{1,18})(?::(\\d{1,18}):([A-Za-z0-9._-]{1,64}):(-?\\d{1,3}):(-?\\d{1,18}))?(?:~(\\d{1,18}))?");

  static Cursor at(String epoch, long seq) {
    return new Cursor(epoch, seq, 0, null, 0);
  }

  /** The opaque text. */
  public String text() {
    StringBuilder plain = new StringBuilder(64);
    plain.append(epoch).append(':').append(seq).append(':').append(snapshotEnd);
    if (within != null) {
      plain.append(':').append(within.seq).append(':').append(within.dialog);
      plain.append(':').append(within.kind).append(':').append(within.position);
    }
    if (since != 0) {
      plain.append('~').append(since);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads what {@link #text} made.
   *
   * @throws Refusal 400 for anything else
   */
  public static Cursor of(String text) {
    Matcher parts = FORM.matcher(plain(text));
    if (!parts.matches()) {
      throw malformed();
    }
    Within within =
        parts.group(4) == null
            ? null
            : new Within(
                Long.parseLong(parts.group(4)),
                parts.group(5),
                Integer.parseInt(parts.group(6)),
                Long.parseLong(parts.group(7)));
    return new Cursor(
        parts.group(1),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)),
        within,
        parts.group(8) == null ? 0 : Long.parseLong(parts.group(8)));
  }

  private static String plain(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return Refusal.malformed("This is not a cursor.").with("field", "cursor");
  }

  static Refusal tooOld() {
    return Refusal.of(410, "cursor_too_old", "Start again from a fresh snapshot.");
  }
}
