package app.recado.client.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the emoji in a text. */
public final class EmojiText {
  private EmojiText() {}

  /** Reads what is known of emoji, which would else be read at the first one; any thread. */
  public static void prepare() {
    EmojiIndex.all();
  }

  /** A part of a text: the parts put together are the text. */
  public sealed interface Piece {
    /** The characters it stands for. */
    String text();
  }

  public record Words(String text) implements Piece {}

  public record Picture(String text, Emoji emoji) implements Piece {}

  /** Whether it is worth looking closely; false at once for text in the letters of Europe. */
  public static boolean mayHave(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 0x20E3 && isHint(c)) {
        return true;
      }
    }
    return false;
  }

  /** Cuts a text into words and emoji; a text without emoji is one piece. */
  public static List<Piece> cut(String text) {
    if (!mayHave(text)) {
      return List.of(new Words(text));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      EmojiIndex.Match match = beginsAt(text, at);
      if (match == null) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      if (at > from) {
        pieces.add(new Words(text.substring(from, at)));
      }
      pieces.add(new Picture(text.substring(at, match.end()), match.emoji()));
      at = match.end();
      from = at;
    }
    if (from < text.length() || pieces.isEmpty()) {
      pieces.add(new Words(text.substring(from)));
    }
    return pieces;
  }

  private static EmojiIndex.@Nullable Match beginsAt(String text, int at) {
    char c = text.charAt(at);
    boolean mark = at + 1 < text.length() && text.charAt(at + 1) >= 0x20E3;
    return isHint(c) || c >= 0x203C || mark ? EmojiIndex.all().match(text, at) : null;
  }

  /** Whether no emoji is written without such a character. */
  private static boolean isHint(char c) {
    return (c >= 0xD83C && c <= 0xD83E)
        || (c >= 0x231A && c <= 0x2BFF)
        || c == EmojiIndex.SELECTOR
        || c == 0x20E3;
  }
}
