package app.recado.client.ui.action;

import app.recado.client.ui.i18n.Texts;
import java.util.Locale;

/** What an action is about; lists of everything are ordered by it. */
public enum Topic {
  CONVERSATION,
  MESSAGE,
  WRITING,
  LIST,
  DESK;

  /** In the current language. */
  public String title() {
    return Texts.of("action").get("topic." + name().toLowerCase(Locale.ROOT));
  }
}
