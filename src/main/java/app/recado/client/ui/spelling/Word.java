package app.recado.client.ui.spelling;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word within a text.
 *
 * @param start index of its first character
 * @param end index after its last
 */
public record Word(int start, int end, String text) {
  /**
   * What is not language comes first: variables, addresses of pages and people, mentions, commands
   * and whatever has a digit in it. Only a word has a name here.
   */
  private static final Pattern PARTS =
      Pattern.compile(
          "\\{[^{}]*\\}"
              + "|\\b\\p{Alpha}[\\p{Alnum}+.-]*://\\S+|\\bwww\\.\\S+"
              + "|\\S+@\\S+|[@#/]\\S+"
              + "|[\\p{L}\\p{M}'’-]*\\p{N}[\\p{L}\\p{M}\\p{N}'’-]*"
              + "|(?<word>\\p{L}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*)");

  /** The words of a text that can be right or wrong: two letters and more. */
  static List<Word> of(String text) {
    Matcher parts = PARTS.matcher(text);
    return parts
        .results()
        .filter(part -> part.group("word") != null && part.group("word").length() > 1)
        .map(part -> new Word(part.start(), part.end(), part.group("word")))
        .toList();
  }
}
