package app.recado.client.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndoHistoryTest {
  private final UndoHistory history = new UndoHistory();
  private String text = "";

  @Test
  void typingIsTakenBackWordByWord() {
    type("Olá, Marina");
    undo();
    assertThat(text).isEqualTo("Olá, ");
    undo();
    assertThat(text).isEmpty();
    undo();
    assertThat(text).isEmpty();
  }

  @Test
  void whatWasTakenBackCanBeDoneAgainUntilSomethingElseIsTyped() {
    type("um dois");
    undo();
    redo();
    assertThat(text).isEqualTo("um dois");
    undo();
    type("x");
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void erasingAndPastingAreStepsOfTheirOwn() {
    type("abc");
    become("ab");
    become("a");
    become("a colado");
    undo();
    assertThat(text).isEqualTo("a");
    undo();
    assertThat(text).isEqualTo("abc");
  }

  @Test
  void theCaretGoesWhereTheChangeWas() {
    type("abc");
    become("aXYbc");
    assertThat(history.undo(text)).isEqualTo(new UndoHistory.State("abc", 1));
  }

  private void type(String typed) {
    for (int i = 0; i < typed.length(); i++) {
      become(text + typed.charAt(i));
    }
  }

  private void become(String next) {
    history.changed(text, next);
    text = next;
  }

  private void undo() {
    UndoHistory.State state = history.undo(text);
    text = state == null ? text : state.text();
  }

  private void redo() {
    UndoHistory.State state = history.redo(text);
    text = state == null ? text : state.text();
  }
}
