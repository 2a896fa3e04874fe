package app.recado.client.ui.canned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables, {@code {customer.firstName|there}}: what stands behind the bar is used
 * where the value is not known. Braces around anything that is no variable's name are text.
 */
public final class Template {
  private static final Pattern BRACES =
      Pattern.compile("\\{\\s*(\\p{L}+\\.[\\p{L}\\p{N}.]+)\\s*(?:\\|([^{}\\n]*))?\\}");

  private Template() {}

  /** A part of a text. */
  public sealed interface Part {
    String text();
  }

  /** What stands there as it is. */
  public record Words(String text) implements Part {}

  /** A variable's value, or its fallback. */
  public record Value(String text) implements Part {}

  /**
   * A variable of which neither is known.
   *
   * @param at where it stands in the text
   */
  public record Open(String text, int at) implements Part {
    /** Without its braces. */
    public String name() {
      return text.substring(1, text.length() - 1);
    }
  }

  /** The text in its parts, filled in as far as the values go. */
  public static List<Part> parts(String text, Map<Variable, String> values) {
    if (text.indexOf('{') < 0) {
      return text.isEmpty() ? List.of() : List.of(new Words(text));
    }
    List<Part> parts = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int from = 0;
    while (braces.find()) {
      if (!Variable.isMeant(braces.group(1))) {
        continue;
      }
      if (braces.start() > from) {
        parts.add(new Words(text.substring(from, braces.start())));
      }
      parts.add(part(braces, values));
      from = braces.end();
    }
    if (from < text.length()) {
      parts.add(new Words(text.substring(from)));
    }
    return parts;
  }

  private static Part part(Matcher braces, Map<Variable, String> values) {
    Variable variable = Variable.named(braces.group(1));
    String value = variable == null ? null : values.get(variable);
    String fallback = braces.group(2);
    if (value != null) {
      return new Value(value);
    }
    return fallback == null || fallback.isBlank()
        ? new Open(braces.group(), braces.start())
        : new Value(fallback.strip());
  }

  /** The text, filled in as far as the values go. */
  public static String fill(String text, Map<Variable, String> values) {
    StringBuilder filled = new StringBuilder();
    parts(text, values).forEach(part -> filled.append(part.text()));
    return filled.toString();
  }

  /** What is meant as a variable and is none; empty if there is nothing of the kind. */
  public static List<String> unknown(String text) {
    return open(text).stream()
        .filter(open -> Variable.named(open.name()) == null)
        .map(Open::text)
        .toList();
  }

  /** What would still have to be filled in before anybody may read it. */
  public static List<Open> open(String text) {
    return parts(text, Map.of()).stream()
        .filter(Open.class::isInstance)
        .map(Open.class::cast)
        .toList();
  }
}
