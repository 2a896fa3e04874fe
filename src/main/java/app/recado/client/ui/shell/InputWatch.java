package app.recado.client.ui.shell;

import app.recado.client.ui.controls.Subscription;
import java.util.List;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;

/**
 * Hears of every use of keyboard and mouse in a window. That the mouse stands on something else
 * because what is shown moved is none.
 */
final class InputWatch {
  private static final List<EventType<? extends InputEvent>> USES =
      List.of(
          KeyEvent.KEY_PRESSED,
          InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
          MouseEvent.MOUSE_MOVED,
          MouseEvent.MOUSE_DRAGGED,
          MouseEvent.MOUSE_PRESSED,
          ScrollEvent.SCROLL,
          TouchEvent.TOUCH_PRESSED);

  private InputWatch() {}

  static void on(Scene scene, Runnable used, Subscription subscription) {
    EventHandler<InputEvent> handler = event -> used.run();
    USES.forEach(use -> scene.addEventFilter(use, handler));
    subscription.and(() -> USES.forEach(use -> scene.removeEventFilter(use, handler)));
  }
}
