package app.recado.client.ui.shell;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Scope;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * The keys that work all over the window, as the register says: some always, single letters only
 * where nobody writes and nothing else wanted the key.
 */
final class ShellKeys {
  private final Register register;
  private final BooleanSupplier covered;
  private final Predicate<Action> here;
  private final Consumer<Action> refused;
  private final EventHandler<KeyEvent> always = key -> act(key, Scope.WINDOW);
  private final EventHandler<KeyEvent> letters = this::letters;
  private final EventHandler<KeyEvent> typed = this::typed;
  private boolean acted;

  /**
   * @param covered whether something lies over the window that wants the letters
   * @param here whether what an action acts on is in view
   * @param refused says why nothing came of a key
   */
  ShellKeys(
      Register register,
      BooleanSupplier covered,
      Predicate<Action> here,
      Consumer<Action> refused) {
    this.register = register;
    this.covered = covered;
    this.here = here;
    this.refused = refused;
  }

  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, always);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, letters);
    scene.addEventFilter(KeyEvent.KEY_TYPED, typed);
  }

  void remove(Scene scene) {
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, always);
    scene.removeEventHandler(KeyEvent.KEY_PRESSED, letters);
    scene.removeEventFilter(KeyEvent.KEY_TYPED, typed);
  }

  private void letters(KeyEvent key) {
    if (!key.isConsumed() && !covered.getAsBoolean() && !isWriting(key)) {
      Action selected = register.byKey(key, Scope.SELECTION);
      boolean absent = selected == null || selected.standing().isAbsent();
      act(key, absent ? Scope.READING : Scope.SELECTION);
      sayOfWriting(key);
    }
  }

  /** A field that is shut hears no keys: what they would be refused for is said all the same. */
  private void sayOfWriting(KeyEvent key) {
    Action action =
        key.isConsumed() || !key.isShortcutDown() ? null : register.byKey(key, Scope.WRITING);
    if (action != null && here.test(action) && !action.standing().isReady()) {
      refused.accept(action);
      key.consume();
    }
  }

  /** The letter of a key that did something must not be written where that put the keyboard. */
  private void typed(KeyEvent key) {
    if (acted) {
      acted = false;
      key.consume();
    }
  }

  private void act(KeyEvent key, Scope scope) {
    Action action = register.byKey(key, scope);
    acted = action != null && here.test(action) && !key.isShortcutDown();
    if (action != null && here.test(action)) {
      if (!action.run()) {
        refused.accept(action);
      }
      key.consume();
    }
  }

  private static boolean isWriting(KeyEvent key) {
    return key.getTarget() instanceof Node node
        && node.getScene() != null
        && node.getScene().getFocusOwner() instanceof TextInputControl;
  }
}
