package app.recado.client.ui.shell;

import app.recado.client.state.Tab;
import app.recado.client.ui.conversation.DialogAct;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys that work all over the window. With the shortcut key, and function keys, always; single
 * letters only where nobody writes and nothing else wanted the key.
 */
final class ShellKeys {
  private final Areas areas;
  private final EventHandler<KeyEvent> always = this::always;
  private final EventHandler<KeyEvent> letters = this::letters;

  ShellKeys(Areas areas) {
    this.areas = areas;
  }

  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, always);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, letters);
  }

  void remove(Scene scene) {
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, always);
    scene.removeEventHandler(KeyEvent.KEY_PRESSED, letters);
  }

  private void always(KeyEvent key) {
    KeyCode code = key.getCode();
    boolean done = true;
    if (code == KeyCode.F1) {
      areas.openKeys();
    } else if (code == KeyCode.F6) {
      areas.nextColumn(key.isShiftDown());
    } else if (key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown()) {
      done = shortcut(code);
    } else {
      done = false;
    }
    if (done) {
      key.consume();
    }
  }

  private boolean shortcut(KeyCode code) {
    switch (code) {
      case K -> areas.openSearch();
      case I -> areas.togglePanel();
      case COMMA -> areas.go(Place.SETTINGS);
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5 ->
          areas.select(Tab.values()[code.ordinal() - KeyCode.DIGIT1.ordinal()]);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void letters(KeyEvent key) {
    if (key.isConsumed()
        || key.isControlDown()
        || key.isAltDown()
        || key.isMetaDown()
        || areas.isCovered()
        || isWriting(key)) {
      return;
    }
    boolean done = key.isShiftDown() ? shifted(key.getCode()) : plain(key.getCode());
    if (done) {
      key.consume();
    }
  }

  private boolean plain(KeyCode code) {
    switch (code) {
      case J -> areas.move(1);
      case K -> areas.move(-1);
      case ESCAPE -> areas.focusList();
      case A -> areas.act(DialogAct.ANSWER);
      case T -> areas.act(DialogAct.TRANSFER);
      case F -> areas.act(DialogAct.FINISH);
      case W -> areas.whisper();
      case R -> areas.write();
      case PERIOD, CONTEXT_MENU -> areas.openMessageMenu();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean shifted(KeyCode code) {
    if (code == KeyCode.A) {
      areas.act(DialogAct.TAKE_OVER);
      return true;
    }
    return false;
  }

  private static boolean isWriting(KeyEvent key) {
    return key.getTarget() instanceof Node node
        && node.getScene() != null
        && node.getScene().getFocusOwner() instanceof TextInputControl;
  }
}
