package app.recado.client.ui.inbox;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/**
 * What sleeps of Mine, below it: one line with their number, and when opened their rows. Takes no
 * room on other tabs or without any.
 */
final class SnoozedGroup extends VBox {
  private static final int MOST_ROWS = 4;

  private final InboxViewModel model;
  private final Texts texts;
  private final Button head = new Button();
  private final IconView arrow = new IconView(Icon.CHEVRON_RIGHT, 14);
  private final ListView<DialogItem> list = new ListView<>();
  private final List<DialogCell> cells = new ArrayList<>();

  SnoozedGroup(
      InboxViewModel model,
      Texts texts,
      Moments moments,
      Subscription subscription,
      Runnable twice) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("snoozed-group");
    head.setId("snoozed");
    head.getStyleClass().setAll("snoozed-head");
    head.setGraphic(arrow);
    head.setMaxWidth(Double.MAX_VALUE);
    head.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    head.setOnAction(pressed -> model.snoozedShown().set(!model.snoozedShown().get()));
    list.getStyleClass().add("dialog-list");
    list.setId("snoozed-list");
    list.setFixedCellSize(DialogRowPane.HEIGHT);
    list.setAccessibleText(texts.get("snoozed.list"));
    list.setCellFactory(view -> {
      DialogCell cell =
          new DialogCell(new DialogRowPane(model, texts, moments), model, model::open, twice);
      cells.add(cell);
      return cell;
    });
    list.setItems(model.list(Tab.SNOOZED));
    getChildren().setAll(head, list);
    subscription.to(model.count(Tab.SNOOZED), number -> show());
    subscription.to(model.tab(), tab -> show());
    subscription.to(model.query(), asked -> show());
    subscription.to(model.snoozedShown(), shown -> show());
    subscription.to(model.open(), opened -> cells.forEach(DialogCell::showOpen));
  }

  void showSelected() {
    cells.forEach(DialogCell::showSelected);
  }

  void tick() {
    cells.forEach(DialogCell::tick);
  }

  private void show() {
    int count = model.count(Tab.SNOOZED).get();
    boolean here = model.query().get() == null && model.tab().get() == Tab.MINE && count > 0;
    boolean open = here && model.snoozedShown().get();
    setVisible(here);
    setManaged(here);
    list.setVisible(open);
    list.setManaged(open);
    double height = Math.min(count, MOST_ROWS) * DialogRowPane.HEIGHT;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    head.setText(texts.count("snoozed", count));
    arrow.show(open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT);
  }
}
