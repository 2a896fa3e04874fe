package app.recado.client.ui.controls;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * Something that opens over the window at a node and closes on Esc or a click elsewhere, giving the
 * focus back to where it was.
 */
public final class Popover {
  /** Where it opens. */
  public enum Side {
    BELOW,
    ABOVE
  }

  private static final double GAP = 4;

  /** Room for the shadow, which the popup's own scene must contain. */
  private static final double SHADOW = 28;

  private final Popup popup = new Popup();
  private final StackPane frame;
  private @Nullable Node focusBefore;

  public Popover(Region content) {
    content.getStyleClass().add("popover");
    frame = new StackPane(content);
    frame.setPadding(new javafx.geometry.Insets(SHADOW));
    frame.setPickOnBounds(false);
    popup.getContent().add(frame);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setConsumeAutoHidingEvents(false);
    frame.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
          }
        });
    popup.setOnHidden(hidden -> giveFocusBack());
  }

  /**
   * Opens at a node, its right edges aligned where it would not fit otherwise.
   *
   * @param first what gets the focus
   */
  public void show(Node at, Side side, @Nullable Node first) {
    Scene scene = at.getScene();
    if (scene == null || popup.isShowing()) {
      return;
    }
    focusBefore = scene.getFocusOwner();
    popup.getScene().getStylesheets().setAll(scene.getStylesheets());
    Bounds anchor = at.localToScreen(at.getBoundsInLocal());
    popup.show(at, anchor.getMinX() - SHADOW, anchor.getMaxY() + GAP - SHADOW);
    place(anchor, side, scene);
    if (first != null) {
      first.requestFocus();
    }
  }

  public void hide() {
    popup.hide();
  }

  public boolean isShowing() {
    return popup.isShowing();
  }

  /** Runs when it closes, however it does. */
  public void onHidden(Runnable action) {
    popup.setOnHidden(hidden -> {
      giveFocusBack();
      action.run();
    });
  }

  private void place(Bounds anchor, Side side, Scene scene) {
    double width = frame.getWidth();
    double height = frame.getHeight();
    double right = scene.getWindow().getX() + scene.getX() + scene.getWidth();
    double x = anchor.getMinX() - SHADOW;
    if (x + width - SHADOW > right) {
      x = anchor.getMaxX() - width + SHADOW;
    }
    double y =
        side == Side.BELOW
            ? anchor.getMaxY() + GAP - SHADOW
            : anchor.getMinY() - GAP - height + SHADOW;
    popup.setAnchorX(x);
    popup.setAnchorY(y);
  }

  private void giveFocusBack() {
    Node before = focusBefore;
    focusBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }
}
