package app.recado.client.ui.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts of one area in the current language: whole sentences with {@code {0}} placeholders, in
 * {@code client/ui/<area>/texts*.properties}. Cheap to obtain. A view takes its texts when it is
 * built; after {@link #speak} the views are built anew.
 */
public final class Texts {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static volatile Language language = Language.ENGLISH;

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /**
   * The texts of an area, named like its package below {@code client.ui}.
   *
   * @throws MissingResourceException if there is no such area
   */
  public static Texts of(String area) {
    Locale locale = language.locale();
    String name = "app.recado.client.ui." + area + ".texts";
    return new Texts(ResourceBundle.getBundle(name, locale, EXACT), locale);
  }

  /** Changes the language of all texts obtained from now on. */
  public static void speak(Language chosen) {
    language = chosen;
  }

  public static Language language() {
    return language;
  }

  /**
   * The text with its placeholders filled.
   *
   * @throws MissingResourceException if the area has no such key
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    // Also without arguments, so that a doubled apostrophe means the same in every text.
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text {@code key.one} or {@code key.other}; the number is {@code {0}}. */
  public String count(String key, int number, Object... further) {
    Object[] arguments = new Object[further.length + 1];
    arguments[0] = number;
    System.arraycopy(further, 0, arguments, 1, further.length);
    return get(key + (number == 1 ? ".one" : ".other"), arguments);
  }

  /** Whether the area has such a text. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  public Locale locale() {
    return locale;
  }
}
