package app.recado.client.ui.controls;

import java.util.function.BiFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A layer over part of the window that shows one menu, card or question at a time. Esc and a press
 * beside it close it; the focus then goes back to where it was. Lies in the window's own scene.
 */
public final class Overlay extends Pane {
  private static final double EDGE = 8;
  private static final double GAP = 6;

  private @Nullable Region content;
  private @Nullable Node focusBefore;
  private BiFunction<Dimension2D, Dimension2D, Point2D> place = (own, room) -> Point2D.ZERO;
  private Runnable closed = () -> {};

  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    sceneProperty().subscribe(this::watchEnter);
    setOnMousePressed(press -> {
      if (press.getTarget() == this) {
        hide();
      }
      press.consume();
    });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            hide();
          }
          key.consume();
        });
  }

  /** Opens below a node of this layer's parent, right edges aligned. */
  public void showBelow(Node anchor, Region shown, @Nullable Node first) {
    Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
    show(
        shown,
        first,
        (own, room) -> new Point2D(at.getMaxX() - own.getWidth(), at.getMaxY() + GAP));
  }

  /** Opens above a node of this layer's parent, left edges aligned. */
  public void showAbove(Node anchor, Region shown, @Nullable Node first) {
    Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
    show(
        shown,
        first,
        (own, room) -> new Point2D(at.getMinX(), at.getMinY() - GAP - own.getHeight()));
  }

  /**
   * Opens above a node of this layer's parent, left edges aligned, while the keyboard stays where
   * it is and the rest can be pressed. Shown already, it is only placed anew.
   */
  public void showBeside(Node anchor, Region shown) {
    if (content == shown) {
      requestLayout();
      return;
    }
    hide();
    content = shown;
    setPickOnBounds(false);
    place =
        (own, room) -> {
          Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
          return new Point2D(at.getMinX(), at.getMinY() - GAP - own.getHeight());
        };
    getChildren().setAll(shown);
    setVisible(true);
    applyCss();
    layoutContent();
  }

  /** Takes away what {@link #showBeside} shows, if it is still shown. */
  public void hideBeside(Region shown) {
    if (content == shown) {
      hide();
    }
  }

  /** Opens at a point of the scene. */
  public void showAt(Point2D scenePoint, Region shown, @Nullable Node first) {
    Point2D at = sceneToLocal(scenePoint);
    show(shown, first, (own, room) -> at);
  }

  /**
   * Opens at the left edge of something that stays seen: below it, or above it if there is room
   * only there; over it if there is none.
   *
   * @param seen in the scene
   */
  public void showClearOf(Bounds seen, Region shown, @Nullable Node first) {
    Bounds at = sceneToLocal(seen);
    show(
        shown,
        first,
        (own, room) -> {
          double above = at.getMinY() - GAP - own.getHeight();
          boolean below = at.getMaxY() + GAP + own.getHeight() <= room.getHeight() - EDGE;
          return new Point2D(at.getMinX(), below || above < EDGE ? at.getMaxY() + GAP : above);
        });
  }

  /** Opens in the middle. */
  public void showCentred(Region shown, @Nullable Node first) {
    show(
        shown,
        first,
        (own, room) ->
            new Point2D(
                (room.getWidth() - own.getWidth()) / 2, (room.getHeight() - own.getHeight()) / 2));
  }

  /** Takes away what is shown. */
  public void hide() {
    Region shown = content;
    if (shown == null) {
      return;
    }
    content = null;
    spendEnter();
    getChildren().clear();
    setVisible(false);
    setPickOnBounds(true);
    Node before = focusBefore;
    focusBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    Runnable then = closed;
    closed = () -> {};
    then.run();
  }

  /** What to do when that which is shown now is taken away, however. */
  public void onClosed(Runnable action) {
    closed = action;
  }

  public boolean isOpen() {
    return content != null;
  }

  private void show(
      Region shown, @Nullable Node first, BiFunction<Dimension2D, Dimension2D, Point2D> where) {
    hide();
    spendEnter();
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    content = shown;
    place = where;
    getChildren().setAll(shown);
    setVisible(true);
    applyCss();
    layoutContent();
    (first == null ? shown : first).requestFocus();
  }

  private void watchEnter(@Nullable Scene scene) {
    if (scene != null) {
      HeldEnter.of(scene);
    }
  }

  private void spendEnter() {
    if (getScene() != null) {
      HeldEnter.of(getScene()).spend();
    }
  }

  @Override
  protected void layoutChildren() {
    layoutContent();
  }

  /** Takes the room there is: what is shown lies over the window and never makes it larger. */
  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  private void layoutContent() {
    Region shown = content;
    if (shown == null) {
      return;
    }
    double width = Math.min(Math.ceil(shown.prefWidth(-1)), getWidth() - 2 * EDGE);
    double height = Math.min(Math.ceil(shown.prefHeight(width)), getHeight() - 2 * EDGE);
    Point2D wanted =
        place.apply(new Dimension2D(width, height), new Dimension2D(getWidth(), getHeight()));
    double x = Math.max(EDGE, Math.min(wanted.getX(), getWidth() - width - EDGE));
    double y = Math.max(EDGE, Math.min(wanted.getY(), getHeight() - height - EDGE));
    shown.resizeRelocate(Math.round(x), Math.round(y), width, height);
  }
}
