package app.recado.client.ui.canned;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a text is one person's own, and should not go out to the next: names, numbers, addresses.
 * Found by their form, so some of it is missed and some is not personal at all: it is offered, and
 * the agent decides.
 */
public final class PersonalData {
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{Alnum}._%+-]+@[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)+");
  private static final Pattern CPF =
      Pattern.compile("(?<!\\d)\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}(?!\\d)");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\d.,])\\+?\\(?\\d[\\d ().-]{6,18}\\d(?![\\d,])");
  private static final Pattern CEP = Pattern.compile("(?<!\\d)\\d{5}-\\d{3}(?!\\d)");
  private static final Pattern STREET =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:rua|r\\.|avenida|av\\.|alameda|travessa|praça|rodovia|estrada|calle"
              + "|carrera|plaza)\\s+[\\p{L}\\d .'ºª]{2,40}?,?\\s*(?:n\\.?º?\\s*)?\\d{1,5}");

  private PersonalData() {}

  /** What kind of thing it is. */
  public enum Kind {
    NAME,
    EMAIL,
    PHONE,
    DOCUMENT,
    ADDRESS
  }

  /**
   * Something found.
   *
   * @param variable what may stand in its place; null if only leaving it out makes sense
   */
  public record Found(Kind kind, int from, int to, String text, @Nullable Variable variable) {}

  /**
   * Looks through a text; in its order, nothing twice.
   *
   * @param item the dialog it was written in; null if that is not known
   */
  public static List<Found> in(String text, @Nullable DialogItem item) {
    List<Found> found = new ArrayList<>();
    all(EMAIL, text, Kind.EMAIL, Variable.CUSTOMER_EMAIL, found);
    all(STREET, text, Kind.ADDRESS, null, found);
    all(CEP, text, Kind.ADDRESS, null, found);
    cpf(text, found);
    phones(text, found);
    if (item != null && !item.customer().name().startsWith("#")) {
      names(text, item.customer().name(), found);
      known(text, item.customer().contact(), found);
    }
    found.sort(Comparator.comparingInt(Found::from));
    return List.copyOf(found);
  }

  /** The text with some of it replaced by variables, or left out where there is none. */
  public static String without(String text, List<Found> gone) {
    StringBuilder left = new StringBuilder(text);
    gone.stream()
        .sorted(Comparator.comparingInt(Found::from).reversed())
        .forEach(one -> left.replace(one.from(), one.to(), standIn(one)));
    return left.toString().replaceAll("(?m)[ \\t]{2,}", " ").replaceAll(" ([,.!?])", "$1").strip();
  }

  private static String standIn(Found one) {
    String language = app.recado.client.ui.i18n.Texts.language().locale().getLanguage();
    return one.variable() == null ? "" : "{" + one.variable().name(language) + "}";
  }

  private static void names(String text, String name, List<Found> found) {
    word(text, name.strip(), Variable.CUSTOMER_NAME, found);
    String first = name.strip().split("\\s+", 2)[0];
    if (first.length() > 1) {
      word(text, first, Variable.CUSTOMER_FIRST_NAME, found);
    }
  }

  private static void word(String text, String wanted, Variable variable, List<Found> found) {
    if (wanted.isEmpty()) {
      return;
    }
    String folded = Folding.fold(text);
    String part = Folding.fold(wanted);
    if (folded.length() != text.length()) {
      return;
    }
    for (int at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      int end = at + part.length();
      boolean whole =
          (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1)))
              && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)));
      if (whole) {
        add(new Found(Kind.NAME, at, end, text.substring(at, end), variable), found);
      }
    }
  }

  private static void known(String text, Map<String, String> contact, List<Found> found) {
    String city = contact.get("city");
    if (city != null && !city.isBlank()) {
      String name = city.split(",", 2)[0].strip();
      int at = text.indexOf(name);
      if (at >= 0 && name.length() > 2) {
        add(new Found(Kind.ADDRESS, at, at + name.length(), name, Variable.CUSTOMER_CITY), found);
      }
    }
  }

  private static void cpf(String text, List<Found> found) {
    Matcher matcher = CPF.matcher(text);
    while (matcher.find()) {
      if (isCpf(matcher.group().replaceAll("\\D", ""))) {
        add(new Found(Kind.DOCUMENT, matcher.start(), matcher.end(), matcher.group(), null), found);
      }
    }
  }

  /** By its two check digits: any eleven digits may be a phone. */
  private static boolean isCpf(String digits) {
    if (digits.chars().distinct().count() == 1) {
      return false;
    }
    for (int length = 9; length <= 10; length++) {
      int sum = 0;
      for (int i = 0; i < length; i++) {
        sum += (digits.charAt(i) - '0') * (length + 1 - i);
      }
      if (sum * 10 % 11 % 10 != digits.charAt(length) - '0') {
        return false;
      }
    }
    return true;
  }

  private static void phones(String text, List<Found> found) {
    Matcher matcher = PHONE.matcher(text);
    while (matcher.find()) {
      long digits = matcher.group().chars().filter(Character::isDigit).count();
      if (digits >= 8 && digits <= 15) {
        Found one =
            new Found(
                Kind.PHONE,
                matcher.start(),
                matcher.end(),
                matcher.group(),
                Variable.CUSTOMER_PHONE);
        add(one, found);
      }
    }
  }

  private static void all(
      Pattern pattern, String text, Kind kind, @Nullable Variable variable, List<Found> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      add(new Found(kind, matcher.start(), matcher.end(), matcher.group(), variable), found);
    }
  }

  private static void add(Found one, List<Found> found) {
    if (found.stream().noneMatch(other -> other.from() < one.to() && one.from() < other.to())) {
      found.add(one);
    }
  }
}
