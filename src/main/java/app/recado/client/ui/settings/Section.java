package app.recado.client.ui.settings;

import app.recado.client.ui.theme.Icon;
import java.util.Locale;

/** A page of the settings. */
enum Section {
  ACCOUNT(Icon.USER),
  NOTIFICATIONS(Icon.BELL),
  APPEARANCE(Icon.PALETTE),
  WRITING(Icon.PENCIL),
  CANNED(Icon.MESSAGE_SQUARE_QUOTE),
  COMPUTER(Icon.LAPTOP),
  KEYS(Icon.KEYBOARD);

  private final Icon icon;

  Section(Icon icon) {
    this.icon = icon;
  }

  Icon icon() {
    return icon;
  }

  String key() {
    return "section." + name().toLowerCase(Locale.ROOT);
  }
}
