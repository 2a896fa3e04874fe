package app.recado.client.ui.action;

import app.recado.client.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keys pressed together.
 *
 * @param command with Ctrl; on a Mac with ⌘
 */
public record Shortcut(KeyCode code, boolean command, boolean shift) {
  private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");

  public static Shortcut key(KeyCode code) {
    return new Shortcut(code, false, false);
  }

  public static Shortcut shift(KeyCode code) {
    return new Shortcut(code, false, true);
  }

  public static Shortcut command(KeyCode code) {
    return new Shortcut(code, true, false);
  }

  /**
   * A sign, whatever keys make it on this keyboard.
   *
   * @param code {@code NUMBER_SIGN}, {@code AT} or {@code SLASH}
   */
  public static Shortcut sign(KeyCode code) {
    return new Shortcut(code, false, false);
  }

  public boolean matches(KeyEvent event) {
    String sign = signOf(code);
    if (sign != null) {
      return sign.equals(event.getText()) && !event.isControlDown() && !event.isMetaDown();
    }
    boolean others =
        event.isAltDown() || (!command && (event.isControlDown() || event.isMetaDown()));
    return event.getCode() == code
        && event.isShortcutDown() == command
        && event.isShiftDown() == shift
        && !others;
  }

  private static @Nullable String signOf(KeyCode code) {
    return switch (code) {
      case NUMBER_SIGN -> "#";
      case AT -> "@";
      case SLASH -> "/";
      default -> null;
    };
  }

  /** As menus of the toolkit take it. */
  public KeyCombination combination() {
    List<KeyCombination.Modifier> modifiers = new ArrayList<>();
    if (command) {
      modifiers.add(KeyCombination.SHORTCUT_DOWN);
    }
    if (shift) {
      modifiers.add(KeyCombination.SHIFT_DOWN);
    }
    return new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new));
  }

  /** As it is printed beside what it does. */
  public String words() {
    return words(MAC);
  }

  String words(boolean mac) {
    Texts texts = Texts.of("action");
    StringBuilder words = new StringBuilder();
    if (shift) {
      words.append(mac ? "⇧" : texts.get("key.shift") + ' ');
    }
    if (command) {
      words.append(mac ? "⌘" : texts.get("key.command") + ' ');
    }
    return words.append(printed(texts)).toString();
  }

  private String printed(Texts texts) {
    return switch (code) {
      case ESCAPE -> texts.get("key.escape");
      case DELETE -> texts.get("key.delete");
      case ENTER -> texts.get("key.enter");
      case CONTEXT_MENU -> texts.get("key.menu");
      case COMMA -> ",";
      case PERIOD -> ".";
      default -> Objects.requireNonNullElse(signOf(code), code.getName());
    };
  }
}
