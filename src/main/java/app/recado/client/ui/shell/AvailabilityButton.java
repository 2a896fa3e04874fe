package app.recado.client.ui.shell;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Availability;
import app.recado.protocol.UserRow;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Me, and whether I can be given conversations; a menu changes it. */
final class AvailabilityButton extends Button {
  private final Texts texts = Texts.of("shell");
  private final ShellViewModel model;
  private final Register register;
  private final Avatar avatar = new Avatar(34);
  private final Region dot = new Region();
  private final ContextMenu menu = new ContextMenu();
  private final Tooltip tooltip = Buttons.tooltip("");

  AvailabilityButton(ShellViewModel model, Register register, Subscription subscription) {
    this.model = model;
    this.register = register;
    getStyleClass().setAll("availability-button");
    StackPane face = new StackPane(avatar, dot);
    StackPane.setAlignment(dot, Pos.BOTTOM_RIGHT);
    dot.setTranslateX(1);
    dot.setTranslateY(1);
    setGraphic(face);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setTooltip(tooltip);
    setOnAction(pressed -> openMenu());
    subscription.to(model.me(), this::show).to(model.idle(), idle -> show(model.me().getValue()));
  }

  private void show(UserRow me) {
    avatar.show(me.name(), me.id().value(), null);
    dot.getStyleClass().setAll("dot", "presence", style(me.availability()));
    boolean byItself = me.availability() == Availability.AWAY && model.idle().getValue();
    String words =
        texts.get(
            "availability.spoken",
            me.name(),
            byItself ? texts.get("availability.byItself") : name(me.availability()));
    setAccessibleText(words);
    tooltip.setText(words);
  }

  private void openMenu() {
    menu.getItems().clear();
    for (Availability each : Availability.values()) {
      Region mark = new Region();
      mark.getStyleClass().setAll("dot", style(each));
      Action action = register.get(ShellActions.idOf(each));
      RadioMenuItem item = new RadioMenuItem(name(each), mark);
      item.setSelected(model.me().getValue().availability() == each);
      item.setOnAction(chosen -> action.run());
      menu.getItems().add(item);
    }
    menu.show(this, Side.RIGHT, 8, -80);
  }

  private String name(Availability availability) {
    return texts.get("availability." + style(availability));
  }

  private static String style(Availability availability) {
    return availability.name().toLowerCase(Locale.ROOT);
  }
}
