package app.recado.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that came from somebody else. */
public final class FileNames {
  /** Most file systems take 255 bytes; what a program adds, such as {@code (2)}, needs room. */
  private static final int MOST_BYTES = 200;

  private static final int LONGEST_EXTENSION = 16;

  /** What Windows takes for a device, whatever follows the dot. */
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])");

  private FileNames() {}

  /**
   * A name that says what it is and that every system can keep: no folders, no characters that
   * systems refuse or that turn the reading direction, no device of Windows, not too long. Its own
   * result stays as it is.
   */
  public static String safe(String name) {
    StringBuilder kept = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .forEach(point -> keep(point, kept));
    String trimmed = trim(kept.toString());
    String shortened = trim(shorten(trimmed));
    if (shortened.isEmpty()) {
      return "file";
    }
    int dot = shortened.indexOf('.');
    String stem = dot < 0 ? shortened : shortened.substring(0, dot);
    return RESERVED.matcher(stem.strip()).matches() ? "_" + shortened : shortened;
  }

  private static void keep(int point, StringBuilder kept) {
    switch (Character.getType(point)) {
      // controls, marks that turn the direction, halves of characters, private and unassigned ones
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
      case Character.FORMAT -> {
        // the joiner within an emoji is no danger
        if (point == 0x200D) {
          kept.appendCodePoint(point);
        }
      }
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
          kept.append(' ');
      default -> {
        if ("/\\:*?\"<>|".indexOf(point) >= 0) {
          kept.append('_');
        } else {
          kept.appendCodePoint(point);
        }
      }
    }
  }

  /** Without spaces and dots around it: a dot hides a file, Windows drops them at the end. */
  private static String trim(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && isDotOrSpace(name.charAt(from))) {
      from++;
    }
    while (to > from && isDotOrSpace(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to);
  }

  private static boolean isDotOrSpace(char c) {
    return c == '.' || c == ' ';
  }

  /** Shortened before its extension, never within a character. */
  private static String shorten(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension =
        dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    int room = MOST_BYTES - bytes(extension);
    StringBuilder stem = new StringBuilder();
    int used = 0;
    for (int i = 0; i < name.length() - extension.length(); ) {
      int point = name.codePointAt(i);
      int size = bytes(Character.toString(point));
      if (used + size > room) {
        break;
      }
      stem.appendCodePoint(point);
      used += size;
      i += Character.charCount(point);
    }
    return stem + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The extension in lower case, without its dot; empty if there is none. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
