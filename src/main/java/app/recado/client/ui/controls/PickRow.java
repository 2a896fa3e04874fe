package app.recado.client.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link PickList}. What it is about is its accessible text; that it is the one Enter
 * takes, or is chosen already, a screen reader asks for itself.
 */
public class PickRow extends HBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private boolean current;
  private @Nullable Boolean chosen;
  private int index = -1;

  public PickRow(Node... nodes) {
    super(nodes);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /** For rows of which some are chosen, whichever is the current one. */
  public final void setChosen(boolean is) {
    if (chosen == null || chosen != is) {
      chosen = is;
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
  }

  final boolean isSelected() {
    return chosen == null ? current : chosen;
  }

  final void setIndex(int at) {
    index = at;
  }

  final void mark(boolean is) {
    if (current != is) {
      current = is;
      pseudoClassStateChanged(CURRENT, is);
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case SELECTED -> isSelected();
      case INDEX -> index;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
