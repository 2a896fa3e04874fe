package app.recado.client.ui.controls;

import javafx.scene.control.Label;

/** A key, as it is shown beside what it does. Decoration: screen readers learn it elsewhere. */
public final class Kbd extends Label {
  public Kbd(String key) {
    super(key);
    getStyleClass().add("kbd");
    setMinWidth(USE_PREF_SIZE);
    setMouseTransparent(true);
  }
}
