package app.recado.client.ui.controls;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/**
 * The rows of a card in which one searches and picks: no taller than they need, under headings. The
 * focus stays in the field above; the row that is marked is kept in view.
 */
public final class PickList extends ScrollPane {
  private final VBox rows = new VBox();

  /**
   * @param style what the style classes begin with: {@code <style>-scroll}, {@code <style>-list}
   * @param tallest beyond it the rows scroll
   */
  public PickList(String style, double tallest) {
    getStyleClass().add(style + "-scroll");
    rows.getStyleClass().add(style + "-list");
    rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
    setContent(rows);
    setFitToWidth(true);
    setMaxHeight(tallest);
    setFocusTraversable(false);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  public void clear() {
    rows.getChildren().clear();
    setVvalue(0);
  }

  public void heading(String text, String style) {
    Label heading = new Label(text);
    heading.getStyleClass().addAll("section-label", style);
    rows.getChildren().add(heading);
  }

  public void add(Node row) {
    rows.getChildren().add(row);
  }

  /** Scrolls no further than needed. */
  public void reveal(Node row) {
    double room = getViewportBounds().getHeight();
    double over = rows.getHeight() - room;
    if (over <= 0 || room <= 0) {
      return;
    }
    Bounds at = row.getBoundsInParent();
    double top = getVvalue() * over;
    if (at.getMinY() < top) {
      setVvalue(at.getMinY() / over);
    } else if (at.getMaxY() > top + room) {
      setVvalue((at.getMaxY() - room) / over);
    }
  }
}
