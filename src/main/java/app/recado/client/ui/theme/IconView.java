package app.recado.client.ui.theme;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * Draws one icon at a size. Its colour is the looked-up {@code -icon-color}, which any ancestor's
 * style may set. Decoration only: the control that bears it carries the words.
 */
public final class IconView extends Region {
  private static final double GRID = 24;

  private final SVGPath shape = new SVGPath();
  private final double size;
  private Icon icon;

  /**
   * @param size side of the square in pixels
   */
  public IconView(Icon icon, double size) {
    this.icon = icon;
    this.size = size;
    getStyleClass().add("icon");
    setAccessibleRole(AccessibleRole.NODE);
    setMouseTransparent(true);
    shape.getStyleClass().add("icon-shape");
    shape.setContent(icon.path());
    shape.getTransforms().add(new Scale(size / GRID, size / GRID, 0, 0));
    shape.setManaged(false);
    getChildren().add(shape);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
  }

  /** At 18 pixels, the size of tools and menus. */
  public IconView(Icon icon) {
    this(icon, 18);
  }

  public Icon icon() {
    return icon;
  }

  public double size() {
    return size;
  }

  /** Draws another icon from now on. */
  public void show(Icon other) {
    if (other != icon) {
      icon = other;
      shape.setContent(other.path());
    }
  }
}
