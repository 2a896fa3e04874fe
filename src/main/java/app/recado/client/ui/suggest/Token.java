package app.recado.client.ui.suggest;

import org.jspecify.annotations.Nullable;

/**
 * What is being typed behind a sign, up to the caret.
 *
 * @param start where the sign stands
 * @param query what follows it
 */
public record Token(char sign, int start, String query) {
  private static final int LONGEST = 40;

  public int end() {
    return start + 1 + query.length();
  }

  /**
   * The token that ends at the caret; null if there is none. A sign counts at the start of a word,
   * or of a line if {@code atLineStart}; what follows it may have spaces, so that one can search
   * for several words, but not begin with one.
   */
  static @Nullable Token at(String text, int caret, char sign, boolean atLineStart) {
    // while a selection is being replaced the caret may stand beyond a text that is shorter now
    int end = Math.min(caret, text.length());
    int from = Math.max(0, end - LONGEST - 1);
    for (int at = end - 1; at >= from; at--) {
      char c = text.charAt(at);
      if (c == '\n') {
        return null;
      }
      if (c == sign && opens(text, at, atLineStart)) {
        String query = text.substring(at + 1, end);
        return query.startsWith(" ") ? null : new Token(sign, at, query);
      }
    }
    return null;
  }

  private static boolean opens(String text, int at, boolean atLineStart) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return before == '\n' || (!atLineStart && (Character.isWhitespace(before) || before == '('));
  }
}
