package app.recado.client.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a card in which one searches and picks: no taller than they need, under headings. The
 * focus stays in the field above, which says what is marked; the row that is marked is kept in
 * view.
 */
public final class PickList extends ScrollPane {
  private final VBox rows = new Rows();
  private final List<PickRow> picks = new ArrayList<>();
  private @Nullable PickRow marked;
  private @Nullable TextInputControl field;
  private String name = "";

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

  /**
   * The keyboard is in a field, so the field says what is marked, before what it is itself.
   *
   * @param typed has its accessible text
   */
  public void sayIn(TextInputControl typed) {
    field = typed;
    name = typed.getAccessibleText();
  }

  /** Lets a field be called something else; screen readers hear of it at once. */
  public static void say(TextInputControl field, String words) {
    if (!words.equals(field.getAccessibleText())) {
      field.setAccessibleText(words);
      field.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  public void clear() {
    mark(null);
    picks.clear();
    rows.getChildren().clear();
    setVvalue(0);
  }

  public void heading(String text, String style) {
    Label heading = new Label(text);
    heading.getStyleClass().addAll("section-label", style);
    rows.getChildren().add(heading);
  }

  public void add(Node row) {
    if (row instanceof PickRow pick) {
      pick.setIndex(picks.size());
      picks.add(pick);
    }
    rows.getChildren().add(row);
  }

  /** Marks the row that Enter takes, and no other; null for none. */
  public void mark(@Nullable PickRow row) {
    PickRow before = marked;
    if (before != null && before != row) {
      before.mark(false);
    }
    marked = row;
    if (row != null) {
      row.mark(true);
      reveal(row);
    }
    if (before != row) {
      rows.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
      rows.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
    }
    TextInputControl typed = field;
    if (typed != null) {
      String said = row == null ? "" : Objects.requireNonNullElse(row.getAccessibleText(), "");
      say(typed, said.isEmpty() ? name : said + ". " + name);
    }
  }

  /** Scrolls no further than needed. */
  private void reveal(Node row) {
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

  /** Answers screen readers as a list does. */
  private final class Rows extends VBox {
    @Override
    public @Nullable Object queryAccessibleAttribute(
        AccessibleAttribute attribute, Object... parameters) {
      return switch (attribute) {
        case ITEM_COUNT -> picks.size();
        case ITEM_AT_INDEX ->
            parameters[0] instanceof Integer at && at >= 0 && at < picks.size()
                ? picks.get(at)
                : null;
        case FOCUS_ITEM -> marked;
        case SELECTED_ITEMS ->
            FXCollections.<Node>observableArrayList(
                picks.stream().filter(PickRow::isSelected).toList());
        default -> super.queryAccessibleAttribute(attribute, parameters);
      };
    }
  }
}
