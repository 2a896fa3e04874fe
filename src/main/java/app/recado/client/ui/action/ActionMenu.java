package app.recado.client.ui.action;

import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;

/** Draws what a surface offers as a menu. */
public final class ActionMenu {
  private static final int GROUP = 10;

  private ActionMenu() {}

  /** The menu as things are now; empty where nothing is offered. */
  public static MenuCard of(Register register, Surface surface, Overlay overlay, String name) {
    MenuCard card = new MenuCard(overlay, name);
    int group = -1;
    for (Action action : register.on(surface)) {
      Standing standing = action.standing();
      if (standing.isAbsent()) {
        continue;
      }
      int own = Register.place(action, surface) / GROUP;
      if (own != group && !card.isEmpty()) {
        card.addSeparator();
      }
      group = own;
      card.add(
          new MenuCard.Entry(
              action.icon(),
              action.name(),
              action.shortcuts().stream().map(Shortcut::combination).toList(),
              action.keyShown(),
              standing.isReady() ? null : standing.why(),
              action.isGrave(),
              action::run));
    }
    return card;
  }

  /** Whether the menu would have something in it. */
  public static boolean isEmpty(Register register, Surface surface) {
    return register.on(surface).stream().allMatch(action -> action.standing().isAbsent());
  }
}
