package app.recado.client.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Lets one press of Enter do one thing in a window: a key that is held repeats itself, and what
 * opened a question must not answer it, nor what closed one write below it. FX thread only.
 */
final class HeldEnter {
  private boolean down;
  private boolean spent;

  private HeldEnter() {}

  /** The one of a scene. */
  static HeldEnter of(Scene scene) {
    return (HeldEnter)
        scene
            .getProperties()
            .computeIfAbsent(
                HeldEnter.class,
                none -> {
                  HeldEnter made = new HeldEnter();
                  scene.addEventFilter(KeyEvent.KEY_PRESSED, made::pressed);
                  scene.addEventFilter(KeyEvent.KEY_RELEASED, made::released);
                  ObservableValue<Boolean> focused =
                      scene.windowProperty().flatMap(Window::focusedProperty);
                  // A release elsewhere is not told here.
                  focused.addListener((at, was, is) -> made.forget());
                  return made;
                });
  }

  /** What the press was for is done: until it is let go it does nothing more. */
  void spend() {
    spent = down;
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() != KeyCode.ENTER) {
      return;
    }
    if (spent) {
      key.consume();
    }
    down = true;
  }

  private void released(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER) {
      forget();
    }
  }

  private void forget() {
    down = false;
    spent = false;
  }
}
