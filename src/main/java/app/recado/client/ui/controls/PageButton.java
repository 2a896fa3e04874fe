package app.recado.client.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** Leads to one of several pages; which of them is shown can be seen and heard. */
public class PageButton extends Button {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private boolean selected;

  public PageButton(String text, @Nullable Node graphic) {
    super(text, graphic);
    setAccessibleRole(AccessibleRole.TAB_ITEM);
  }

  public final void select(boolean is) {
    if (selected != is) {
      selected = is;
      pseudoClassStateChanged(SELECTED, is);
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? selected
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
