package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emoji in the reply field, through its real controls. */
class EmojiTest {
  private final FakeDesk desk = Pictures.desk();
  private Shown shown;

  @BeforeEach
  void openWindow() {
    Fx.start();
    shown = Fx.get(() -> new Shown(desk, 1440, 900, Appearance.LIGHT));
    Fx.run(() -> {
      shown.select(app.recado.client.state.Tab.MINE);
      shown.act("next-dialog");
    });
  }

  @AfterEach
  void closeWindow() {
    Fx.run(shown::close);
  }

  @Test
  void aFoundEmojiGoesWhereTheCaretStands() {
    write("Chega amanhã, obrigado", 12);
    Fx.run(() -> shown.act("emoji"));
    Fx.run(() -> field("#emoji-query").setText("delivery"));
    press("#emoji-query", KeyCode.ENTER, false);
    assertThat(text()).isEqualTo("Chega amanhã🚚, obrigado");
    assertThat(isOpen()).isFalse();
    assertThat(Fx.get(() -> field("#writing").isFocused())).isTrue();
    assertThat(Fx.get(() -> shown.preferences.emoji().recentProperty().get())).isEqualTo("🚚");
  }

  @Test
  void withShiftThePickerStaysForMore() {
    write("", 0);
    Fx.run(() -> shown.fire("#emoji"));
    Fx.run(() -> field("#emoji-query").setText("party pop"));
    press("#emoji-query", KeyCode.ENTER, true);
    press("#emoji-query", KeyCode.ENTER, true);
    assertThat(text()).isEqualTo("🎉🎉");
    assertThat(isOpen()).isTrue();
  }

  @Test
  void escapeLeavesTheDraftAlone() {
    write("Olá", 3);
    Fx.run(() -> shown.act("emoji"));
    press("#emoji-query", KeyCode.ESCAPE, false);
    assertThat(isOpen()).isFalse();
    assertThat(text()).isEqualTo("Olá");
  }

  @Test
  void aClickPicksWithTheChosenSkinTone() {
    write("", 0);
    Fx.run(() -> shown.act("emoji"));
    Fx.run(() -> shown.fire("#emoji-tone"));
    Fx.run(() -> ((Button) shown.scene.lookup("#tone-2")).fire());
    Fx.run(() -> field("#emoji-query").setText("waving"));
    Fx.frame();
    Fx.run(() -> {
      Node first = shown.scene.lookup(".picker-square");
      Event.fireEvent(
          first,
          new MouseEvent(
              MouseEvent.MOUSE_CLICKED,
              5,
              5,
              5,
              5,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              true,
              null));
    });
    assertThat(text()).isEqualTo("👋🏼");
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧‍👦", "👍🏽", "🇧🇷", "1️⃣", "❤️", "é", "🧑🏿‍🚀"})
  void keysTakeWhatIsSeenAsOneCharacter(String one) {
    write("a" + one, 1 + one.length());
    press("#writing", KeyCode.BACK_SPACE, false);
    assertThat(text()).isEqualTo("a");
    write(one + "a", 0);
    press("#writing", KeyCode.RIGHT, false);
    assertThat(Fx.get(() -> field("#writing").getCaretPosition())).isEqualTo(one.length());
    press("#writing", KeyCode.LEFT, false);
    press("#writing", KeyCode.DELETE, false);
    assertThat(text()).isEqualTo("a");
  }

  private void write(String words, int caret) {
    Fx.run(() -> {
      field("#writing").setText(words);
      field("#writing").positionCaret(caret);
      field("#writing").requestFocus();
    });
  }

  private String text() {
    return Fx.get(() -> field("#writing").getText());
  }

  private boolean isOpen() {
    return Fx.get(() -> shown.scene.lookup(".emoji-picker") != null);
  }

  private TextInputControl field(String selector) {
    return (TextInputControl) shown.scene.lookup(selector);
  }

  private void press(String selector, KeyCode code, boolean shift) {
    Fx.run(() -> {
      Node node = shown.scene.lookup(selector);
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Event.fireEvent(node, new KeyEvent(type, "", "", code, shift, false, false, false));
      }
    });
  }
}
