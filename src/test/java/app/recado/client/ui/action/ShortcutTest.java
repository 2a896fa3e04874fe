package app.recado.client.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ShortcutTest {
  @Test
  void aLetterIsNotItselfWithAnotherKeyHeldDown() {
    Shortcut letter = Shortcut.key(KeyCode.A);
    assertThat(letter.matches(pressed(KeyCode.A, false, false, false))).isTrue();
    assertThat(letter.matches(pressed(KeyCode.A, true, false, false))).isFalse();
    assertThat(letter.matches(pressed(KeyCode.A, false, true, false))).isFalse();
    assertThat(letter.matches(pressed(KeyCode.A, false, false, true))).isFalse();
    assertThat(letter.matches(pressed(KeyCode.B, false, false, false))).isFalse();
  }

  @Test
  void withTheCommandKeyItIsCtrlHere() {
    Shortcut search = Shortcut.command(KeyCode.K);
    assertThat(search.matches(pressed(KeyCode.K, false, true, false))).isTrue();
    assertThat(search.matches(pressed(KeyCode.K, true, true, false))).isFalse();
    assertThat(search.matches(pressed(KeyCode.K, false, true, true))).isFalse();
    assertThat(search.matches(pressed(KeyCode.K, false, false, false))).isFalse();
  }

  @Test
  void isWrittenAsTheKeyboardHasIt() {
    assertThat(Shortcut.command(KeyCode.K).words(false)).isEqualTo("Ctrl K");
    assertThat(Shortcut.command(KeyCode.K).words(true)).isEqualTo("⌘K");
    assertThat(Shortcut.shift(KeyCode.A).words(false)).isEqualTo("Shift A");
    assertThat(Shortcut.shift(KeyCode.A).words(true)).isEqualTo("⇧A");
    assertThat(Shortcut.key(KeyCode.DELETE).words(false)).isEqualTo("Del");
    assertThat(Shortcut.command(KeyCode.DIGIT1).words(false)).isEqualTo("Ctrl 1");
    assertThat(Shortcut.command(KeyCode.COMMA).words(false)).isEqualTo("Ctrl ,");
    assertThat(Shortcut.key(KeyCode.F1).words(false)).isEqualTo("F1");
  }

  private static KeyEvent pressed(KeyCode code, boolean shift, boolean control, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
  }
}
