package app.recado.client.ui.shell;

import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The narrow column at the left: places above, settings and availability at the foot. */
final class Rail extends VBox {
  static final double WIDTH = 60;
  static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final Map<Place, RailButton> places = new EnumMap<>(Place.class);

  Rail(ShellViewModel model, ShellActions actions, Register register, Subscription subscription) {
    Texts texts = Texts.of("shell");
    getStyleClass().add("rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.get("rail"));
    Label logo = new Label("R");
    logo.getStyleClass().add("logo");
    VBox.setMargin(logo, new Insets(0, 0, 8, 0));
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    RailButton center = button(Place.CONTACT_CENTER, actions);
    RailButton mentions = button(Place.MENTIONS, actions);
    RailButton attention = button(Place.ATTENTION, actions);
    RailButton settings = button(Place.SETTINGS, actions);
    RailButton panel = new RailButton(actions.panel());
    getChildren()
        .setAll(
            logo,
            center,
            mentions,
            attention,
            gap,
            panel,
            settings,
            new AvailabilityButton(model, register, subscription));
    subscription.to(
        model.unanswered(),
        number ->
            center.count(
                number.intValue(), texts.count("place.contactCenter.count", number.intValue())));
    subscription.to(
        model.mentions(),
        number ->
            mentions.count(
                number.intValue(), texts.count("place.mentions.count", number.intValue())));
    subscription.to(
        model.held(),
        number ->
            attention.count(
                number.intValue(), texts.count("place.attention.count", number.intValue())));
    subscription.to(
        model.place(),
        here -> {
          places.forEach((place, button) -> button.select(place == here));
          panel.setVisible(here == Place.CONTACT_CENTER);
        });
  }

  private RailButton button(Place place, ShellActions actions) {
    RailButton button = new RailButton(actions.place(place));
    button.setId("rail-" + place);
    places.put(place, button);
    return button;
  }

  void focus(Place place) {
    Objects.requireNonNull(places.get(place)).requestFocus();
  }
}
