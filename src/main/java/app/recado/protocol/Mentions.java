package app.recado.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds who is named in a text: {@code @} at the start of a word and behind it a whole name. Both
 * sides read it from the text, so that nothing but the name ever travels to a customer.
 */
public final class Mentions {
  private Mentions() {}

  /** A name in a text, with its {@code @}. */
  public record Span(int from, int to, String name) {}

  /** Where names stand, in order; of names that begin alike the longest. */
  public static List<Span> in(String text, Collection<String> names) {
    if (text.indexOf('@') < 0) {
      return List.of();
    }
    List<String> longestFirst =
        names.stream()
            .filter(name -> !name.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    List<Span> found = new ArrayList<>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        continue;
      }
      for (String name : longestFirst) {
        int end = at + 1 + name.length();
        boolean whole = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        if (whole && text.regionMatches(true, at + 1, name, 0, name.length())) {
          found.add(new Span(at, end, name));
          break;
        }
      }
    }
    return found;
  }
}
