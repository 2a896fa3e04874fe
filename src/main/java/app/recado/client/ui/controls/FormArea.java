package app.recado.client.ui.controls;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field of several lines in a form: Tab leads on to the next field, and breaks no text. */
public final class FormArea extends TextArea {
  public FormArea(String text, int rows) {
    super(text);
    setWrapText(true);
    setPrefRowCount(rows);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          boolean plain = !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
          if (key.getCode() == KeyCode.TAB && plain) {
            requestFocusTraversal(
                key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
          }
        });
  }
}
