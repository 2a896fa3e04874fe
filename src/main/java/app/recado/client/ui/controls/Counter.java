package app.recado.client.ui.controls;

import javafx.scene.control.Label;

/** A small round number; takes no room at zero. */
public final class Counter extends Label {
  private static final int MOST = 99;

  /**
   * @param style {@code neutral}, {@code danger}, or empty for the accent
   */
  public Counter(String style) {
    getStyleClass().add("counter");
    restyle(style);
    setMinWidth(USE_PREF_SIZE);
    show(0);
  }

  public Counter() {
    this("");
  }

  public void show(int number) {
    setText(number > MOST ? MOST + "+" : Integer.toString(number));
    setVisible(number > 0);
    setManaged(number > 0);
  }

  public void restyle(String style) {
    getStyleClass().removeAll("neutral", "danger");
    if (!style.isEmpty()) {
      getStyleClass().add(style);
    }
  }
}
