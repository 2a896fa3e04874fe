package app.recado.client.ui.action;

import app.recado.client.ui.controls.Buttons;
import javafx.scene.control.Button;

/** Draws actions as buttons. */
public final class ActionButtons {
  private ActionButtons() {}

  public static Button primary(Action action) {
    return named(Buttons.primary(action.shortName(), action.icon(), action::run), action);
  }

  public static Button secondary(Action action) {
    return named(
        action.isGrave()
            ? Buttons.danger(action.shortName(), action.icon(), action::run)
            : Buttons.secondary(action.shortName(), action.icon(), action::run),
        action);
  }

  /** Shows the button or takes it out of its row. */
  public static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private static Button named(Button button, Action action) {
    button.setId(action.id());
    button.setAccessibleText(action.name());
    return button;
  }
}
