package app.recado.client.ui.bulk;

import app.recado.client.state.Selection;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.ActionMenu;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many dialogs are selected and what can be done with them, over the head of the list. */
public final class SelectionBar extends VBox implements AutoCloseable {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final Selection selection;
  private final Register register;
  private final Overlay overlay;
  private final Consumer<Action> refused;
  private final Texts texts = Texts.of("bulk");
  private final Label count = new Label();
  private final HBox buttons = new HBox();
  private final List<Runnable> looks = new ArrayList<>();
  private final Subscription subscription = new Subscription();

  /**
   * @param register looked at when something is selected first
   * @param refused says why nothing came of a press
   */
  public SelectionBar(
      BulkViewModel model, Register register, Overlay overlay, Consumer<Action> refused) {
    this.selection = model.selection();
    this.register = register;
    this.overlay = overlay;
    this.refused = refused;
    getStyleClass().add("selection-bar");
    setId("selection-bar");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    count.getStyleClass().add("selection-count");
    count.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button all = Buttons.link(texts.get("all"), () -> register.get("select-all").run());
    all.setId("selection-all");
    Button clear =
        Buttons.icon(Icon.X, texts.get("clear"), () -> register.get("clear-selection").run());
    clear.setId("selection-clear");
    HBox head = new HBox(count, gap, all, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("selection-head");
    buttons.getStyleClass().add("selection-buttons");
    getChildren().setAll(head, buttons);
    subscription.to(selection.dialogs(), selected -> show(selected.size()));
  }

  private void show(int size) {
    Shown.when(size > 0, this);
    if (size == 0) {
      return;
    }
    if (buttons.getChildren().isEmpty()) {
      register.on(Surface.SELECTION).forEach(this::add);
      Button more = Buttons.borderedIcon(Icon.ELLIPSIS, texts.get("more"), () -> {});
      more.setId("selection-more");
      more.setOnAction(pressed -> openMenu(more));
      buttons.getChildren().add(more);
    }
    count.setText(
        size >= Selection.MOST ? texts.get("count.most", size) : texts.count("count", size));
    setAccessibleText(count.getText());
    looks.forEach(Runnable::run);
  }

  private void add(Action action) {
    String key = action.keyShown();
    String words = key.isEmpty() ? action.name() : action.name() + " (" + key + ")";
    Button button =
        Buttons.borderedIcon(
            action.icon(),
            words,
            () -> {
              if (!action.run()) {
                refused.accept(action);
              }
            });
    button.setId(action.id());
    buttons.getChildren().add(button);
    looks.add(() -> {
      Standing standing = action.standing();
      button.pseudoClassStateChanged(REFUSED, !standing.isReady());
      button.setAccessibleText(standing.isReady() ? words : words + ". " + standing.why());
    });
  }

  private void openMenu(Button at) {
    MenuCard card = ActionMenu.of(register, Surface.SELECTION_MORE, overlay, texts.get("more"));
    overlay.showBelow(at, card, card.first());
  }

  @Override
  public void close() {
    subscription.close();
  }
}
