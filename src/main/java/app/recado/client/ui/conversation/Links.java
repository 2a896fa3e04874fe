package app.recado.client.ui.conversation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links in a text. Only plain web addresses count: http or https, with a host and without
 * a user part (which can make one site look like another). Anything else stays text.
 */
final class Links {
  private static final Pattern CANDIDATE =
      Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
  private static final String CLOSING = ".,;:!?)]}'\u2019\u201d\u2026";

  private Links() {}

  /**
   * A stretch of a text.
   *
   * @param target null where it is not a link
   */
  record Piece(String text, @Nullable URI target) {}

  /** The text in order, cut at its links; the pieces joined are the text again. */
  static List<Piece> cut(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = CANDIDATE.matcher(text);
    int plainFrom = 0;
    while (found.find()) {
      int end = endOf(text, found.start(), found.end());
      URI target = safe(text.substring(found.start(), end));
      if (target == null) {
        continue;
      }
      if (found.start() > plainFrom) {
        pieces.add(new Piece(text.substring(plainFrom, found.start()), null));
      }
      pieces.add(new Piece(text.substring(found.start(), end), target));
      plainFrom = end;
    }
    if (plainFrom < text.length() || pieces.isEmpty()) {
      pieces.add(new Piece(text.substring(plainFrom), null));
    }
    return pieces;
  }

  /** Punctuation after a link belongs to the sentence, unless the link opened the bracket. */
  private static int endOf(String text, int start, int end) {
    while (end > start && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      if (text.charAt(end - 1) == ')' && isBalanced(text.substring(start, end))) {
        break;
      }
      end--;
    }
    return end;
  }

  private static boolean isBalanced(String part) {
    return part.chars().filter(each -> each == '(').count()
        == part.chars().filter(each -> each == ')').count();
  }

  private static @Nullable URI safe(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && uri.getUserInfo() == null ? uri : null;
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }
}
