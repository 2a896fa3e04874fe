package app.recado.client.ui.controls;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;

/** Tells a screen reader what has come to be seen elsewhere; it is not seen itself. */
public final class Spoken extends Label {
  public Spoken() {
    getStyleClass().add("spoken");
    setMouseTransparent(true);
    setManaged(false);
  }

  /** Says it, also when the same was said last. */
  public void say(String words) {
    setText(words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
