package app.recado.client.ui.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every sequence there is a picture of, in the order of the pictures: first what can be picked, by
 * group; then what only comes in texts or with a skin tone. Read when the first text that may hold
 * an emoji is shown.
 */
final class EmojiIndex {
  static final int SELECTOR = 0xFE0F;
  static final int TEXT_SELECTOR = 0xFE0E;

  private static final int JOINER = 0x200D;
  private static final int KEYCAP = 0x20E3;
  private static final int LIGHTEST = 0x1F3FB;
  private static final int DARKEST = 0x1F3FF;

  /** Between two people it has no tone of its own. */
  private static final int HANDSHAKE = 0x1F91D;

  /** From here on a character that could be either is taken for the picture, as phones do. */
  private static final int PICTURES = 0x2600;

  private static final String OTHER = "other";
  private static final EmojiIndex ALL = read();

  private final Map<String, Emoji> byBareSequence = new HashMap<>(6000);
  private final List<Group> groups = new ArrayList<>();

  /** What stands together in the picker, named like {@code food-drink}. */
  record Group(String name, List<Emoji> emoji) {}

  private EmojiIndex(List<String> lines) {
    List<Emoji> group = new ArrayList<>();
    int place = 0;
    for (String line : lines) {
      if (line.startsWith("= ")) {
        group = new ArrayList<>();
        if (!line.endsWith(OTHER)) {
          groups.add(new Group(line.substring(2), Collections.unmodifiableList(group)));
        }
      } else if (!line.isEmpty()) {
        Emoji emoji = new Emoji(line, place++);
        group.add(emoji);
        byBareSequence.put(bare(line), emoji);
      }
    }
  }

  static EmojiIndex all() {
    return ALL;
  }

  /** What can be picked. */
  List<Group> groups() {
    return Collections.unmodifiableList(groups);
  }

  /** The emoji of these characters, with or without variation selectors; null if there is none. */
  @Nullable Emoji get(String sequence) {
    return byBareSequence.get(bare(sequence));
  }

  /**
   * The same with a skin tone on everybody in it; itself where it has none.
   *
   * @param tone 1 for the lightest to 5 for the darkest, 0 for none
   */
  Emoji toned(Emoji emoji, int tone) {
    if (tone == 0) {
      return emoji;
    }
    Emoji all = byBareSequence.get(toned(emoji.sequence(), tone, -1));
    Emoji people = byBareSequence.get(toned(emoji.sequence(), tone, HANDSHAKE));
    return all != null ? all : people != null ? people : emoji;
  }

  /** The same without skin tones; itself where it has none. */
  Emoji untoned(Emoji emoji) {
    StringBuilder plain = new StringBuilder();
    emoji
        .sequence()
        .codePoints()
        .filter(point -> point < LIGHTEST || point > DARKEST)
        .forEach(plain::appendCodePoint);
    Emoji found = get(plain.toString());
    return found == null ? emoji : found;
  }

  private String toned(String sequence, int tone, int spared) {
    StringBuilder toned = new StringBuilder();
    bare(sequence)
        .codePoints()
        .forEach(point -> {
          toned.appendCodePoint(point);
          if (point != spared
              && byBareSequence.containsKey(
                  Character.toString(point) + Character.toString(LIGHTEST))) {
            toned.appendCodePoint(LIGHTEST - 1 + tone);
          }
        });
    return toned.toString();
  }

  /** An emoji in a text, and where in the text it ends. */
  record Match(Emoji emoji, int end) {}

  /** The longest emoji that begins at an index of a text; null if none does. */
  @Nullable Match match(String text, int from) {
    StringBuilder read = new StringBuilder();
    Emoji longest = null;
    int end = from;
    int before = 0;
    for (int at = from; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (at > from && !continues(before, point)) {
        break;
      }
      at += Character.charCount(point);
      before = point;
      if (point != SELECTOR) {
        read.appendCodePoint(point);
      }
      Emoji found = byBareSequence.get(read.toString());
      if (found != null) {
        longest = found;
        end = at;
      }
    }
    return longest == null || isMeantAsText(text, from, end) ? null : new Match(longest, end);
  }

  private static boolean continues(int before, int point) {
    return point == SELECTOR
        || point == JOINER
        || point == KEYCAP
        || before == JOINER
        || (point >= LIGHTEST && point <= DARKEST)
        || (isRegional(point) && isRegional(before))
        || (point >= 0xE0020 && point <= 0xE007F);
  }

  private static boolean isRegional(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  /** Signs like the arrows and © are letters unless a selector says otherwise. */
  private boolean isMeantAsText(String text, int from, int end) {
    int first = text.codePointAt(from);
    if (end - from > Character.charCount(first)) {
      return false;
    }
    if (end < text.length() && text.charAt(end) == TEXT_SELECTOR) {
      return true;
    }
    Emoji emoji = byBareSequence.get(text.substring(from, end));
    return first < PICTURES && emoji != null && emoji.sequence().indexOf(SELECTOR) >= 0;
  }

  private static String bare(String sequence) {
    return sequence.indexOf(SELECTOR) < 0
        ? sequence
        : sequence.replace(Character.toString(SELECTOR), "");
  }

  private static EmojiIndex read() {
    return new EmojiIndex(lines("emoji.txt"));
  }

  /** The lines of a resource beside this class. */
  static List<String> lines(String name) {
    try (InputStream resource = EmojiIndex.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return Arrays.asList(
          new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
