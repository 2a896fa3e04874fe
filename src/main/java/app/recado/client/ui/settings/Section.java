package app.recado.client.ui.settings;

import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Role;
import java.util.Locale;

/** A page of the settings. */
enum Section {
  ACCOUNT(Icon.USER, Role.AGENT),
  NOTIFICATIONS(Icon.BELL, Role.AGENT),
  APPEARANCE(Icon.PALETTE, Role.AGENT),
  WRITING(Icon.PENCIL, Role.AGENT),
  CANNED(Icon.MESSAGE_SQUARE_QUOTE, Role.AGENT),
  MACROS(Icon.LIST_CHECKS, Role.AGENT),
  COMPUTER(Icon.LAPTOP, Role.AGENT),
  KEYS(Icon.KEYBOARD, Role.AGENT),
  CHANNELS(Icon.RADIO_TOWER, Role.SUPERVISOR),
  PEOPLE(Icon.USERS, Role.ADMIN),
  AUDIT(Icon.SHIELD_CHECK, Role.ADMIN);

  private final Icon icon;
  private final Role least;

  /**
   * @param least who may see it: this role and those above
   */
  Section(Icon icon, Role least) {
    this.icon = icon;
    this.least = least;
  }

  Icon icon() {
    return icon;
  }

  boolean isFor(Role role) {
    return role.compareTo(least) >= 0;
  }

  boolean isOfWorkspace() {
    return least != Role.AGENT;
  }

  String key() {
    return "section." + name().toLowerCase(Locale.ROOT);
  }
}
