package app.recado.client.ui.i18n;

import java.util.Locale;

/** The languages the desk speaks, each named in itself. */
public enum Language {
  ENGLISH("en", "English"),
  PORTUGUESE("pt-BR", "Português (Brasil)"),
  SPANISH("es", "Español");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The BCP 47 tag, also what the settings file keeps. */
  public String tag() {
    return tag;
  }

  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language that serves a locale best; English where none does. */
  public static Language closestTo(Locale locale) {
    return switch (locale.getLanguage()) {
      case "pt" -> PORTUGUESE;
      case "es" -> SPANISH;
      default -> ENGLISH;
    };
  }
}
