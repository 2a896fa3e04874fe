package app.recado.client.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a screen reader is told of a list that is picked from while the keyboard is in a field. */
class PickListTest {
  private PickList list;
  private TextField field;
  private List<PickRow> rows;

  @BeforeEach
  void build() {
    Fx.run(() -> {
      list = new PickList("pick", 100);
      field = new TextField();
      field.setAccessibleText("Colleague");
      list.sayIn(field);
      list.heading("People", "pick-heading");
      rows = List.of(row("Paula"), row("Rui"));
      rows.forEach(list::add);
    });
  }

  private static PickRow row(String name) {
    PickRow row = new PickRow();
    row.setAccessibleText(name);
    return row;
  }

  private Object ask(AccessibleAttribute attribute, Object... parameters) {
    Node inner = list.getContent();
    return Fx.get(() -> inner.queryAccessibleAttribute(attribute, parameters));
  }

  private static boolean isSelected(PickRow row) {
    return (boolean) row.queryAccessibleAttribute(AccessibleAttribute.SELECTED);
  }

  @Test
  void theRowThatIsMarkedIsTheOnlyOneSelectedAndTheFieldSaysIt() {
    assertThat(field.getAccessibleText()).isEqualTo("Colleague");
    Fx.run(() -> list.mark(rows.get(0)));
    Fx.run(() -> list.mark(rows.get(1)));
    assertThat(isSelected(rows.get(0))).isFalse();
    assertThat(isSelected(rows.get(1))).isTrue();
    assertThat(ask(AccessibleAttribute.FOCUS_ITEM)).isSameAs(rows.get(1));
    assertThat(ask(AccessibleAttribute.SELECTED_ITEMS)).isEqualTo(List.of(rows.get(1)));
    assertThat(field.getAccessibleText()).isEqualTo("Rui. Colleague");
    Fx.run(() -> list.clear());
    assertThat(field.getAccessibleText()).isEqualTo("Colleague");
    assertThat(ask(AccessibleAttribute.ITEM_COUNT)).isEqualTo(0);
  }

  @Test
  void rowsAreCountedWithoutTheirHeadings() {
    assertThat(list.getContent().getAccessibleRole()).isEqualTo(AccessibleRole.LIST_VIEW);
    assertThat(ask(AccessibleAttribute.ITEM_COUNT)).isEqualTo(2);
    assertThat(ask(AccessibleAttribute.ITEM_AT_INDEX, 0)).isSameAs(rows.get(0));
    assertThat(ask(AccessibleAttribute.ITEM_AT_INDEX, 2)).isNull();
    assertThat(rows.get(1).queryAccessibleAttribute(AccessibleAttribute.INDEX)).isEqualTo(1);
    assertThat(rows.get(1).getAccessibleRole()).isEqualTo(AccessibleRole.LIST_ITEM);
  }

  @Test
  void whereSomeAreChosenThoseAreSelectedWhicheverIsMarked() {
    Fx.run(() -> {
      rows.get(0).setChosen(true);
      rows.get(1).setChosen(false);
      list.mark(rows.get(1));
    });
    assertThat(ask(AccessibleAttribute.SELECTED_ITEMS)).isEqualTo(List.of(rows.get(0)));
    assertThat(ask(AccessibleAttribute.FOCUS_ITEM)).isSameAs(rows.get(1));
  }
}
