package app.recado.client.ui.shell;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.Availability;
import app.recado.protocol.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;

/** Getting about in the window, and what concerns the whole desk. */
final class ShellActions {
  private final Texts texts = Texts.of("shell");
  private final ShellViewModel model;
  private final Areas areas;
  private final Map<Place, Action> places = new EnumMap<>(Place.class);
  private final Action palette;
  private final Action panel;

  ShellActions(ShellViewModel model, Areas areas) {
    this.model = model;
    this.areas = areas;
    palette =
        desk("palette", Icon.SEARCH)
            .keys(Scope.WINDOW, Shortcut.command(KeyCode.K))
            .does(areas::openSearch);
    panel =
        desk("panel", Icon.PANEL_RIGHT)
            .keys(Scope.WINDOW, Shortcut.command(KeyCode.I))
            .does(areas::togglePanel);
    places.put(Place.CONTACT_CENTER, place(Place.CONTACT_CENTER, Icon.INBOX));
    places.put(Place.MENTIONS, place(Place.MENTIONS, Icon.AT_SIGN));
    places.put(Place.ATTENTION, place(Place.ATTENTION, Icon.TRIANGLE_ALERT));
    places.put(
        Place.SETTINGS, place(Place.SETTINGS, Icon.SETTINGS, Shortcut.command(KeyCode.COMMA)));
  }

  /** These few are on the first screen; the others are made when somebody asks for them. */
  Action palette() {
    return palette;
  }

  Action panel() {
    return panel;
  }

  Action place(Place place) {
    return Objects.requireNonNull(places.get(place));
  }

  List<Action> all() {
    List<Action> actions = new ArrayList<>();
    actions.add(palette);
    actions.addAll(places.values());
    actions.add(panel);
    actions.add(
        desk("next-column", Icon.CHEVRON_RIGHT)
            .keys(Scope.WINDOW, Shortcut.key(KeyCode.F6))
            .does(() -> areas.nextColumn(false)));
    actions.add(
        desk("previous-column", Icon.CHEVRON_LEFT)
            .keys(Scope.WINDOW, Shortcut.shift(KeyCode.F6))
            .does(() -> areas.nextColumn(true)));
    actions.add(desk("canned-library", Icon.MESSAGE_SQUARE_QUOTE).does(areas::openCanned));
    actions.add(desk("macro-library", Icon.LIST_CHECKS).does(areas::openMacros));
    actions.add(
        desk("key-map", Icon.KEYBOARD)
            .keys(Scope.WINDOW, Shortcut.key(KeyCode.F1))
            .does(areas::openKeys));
    actions.add(
        desk("quit", Icon.POWER).keys(Scope.WINDOW, Shortcut.command(KeyCode.Q)).does(areas::quit));
    actions.add(
        desk("channel-settings", Icon.RADIO_TOWER)
            .when(() -> forRole(Role.SUPERVISOR))
            .does(areas::openChannels));
    actions.add(
        desk("people-settings", Icon.USERS)
            .when(() -> forRole(Role.ADMIN))
            .does(areas::openPeople));
    for (Availability each : Availability.values()) {
      actions.add(availability(each));
    }
    return actions;
  }

  private Standing forRole(Role least) {
    return model.me().getValue().role().compareTo(least) >= 0
        ? Standing.ready()
        : Standing.absent(texts.get("notYours"));
  }

  /** The id of the action that sets this. */
  static String idOf(Availability availability) {
    return "availability-" + availability.name().toLowerCase(Locale.ROOT);
  }

  private Action availability(Availability availability) {
    Icon icon =
        switch (availability) {
          case ONLINE -> Icon.CIRCLE_DOT;
          case PAUSE -> Icon.PAUSE;
          case AWAY -> Icon.COFFEE;
          case OFFLINE -> Icon.POWER;
        };
    return desk(idOf(availability), icon)
        .when(() ->
            model.me().getValue().availability() == availability
                ? Standing.absent(texts.get("already"))
                : Standing.ready())
        .does(() -> model.setAvailability(availability));
  }

  private Action place(Place place, Icon icon, Shortcut... keys) {
    return desk("place-" + place.name().toLowerCase(Locale.ROOT).replace('_', '-'), icon)
        .keys(Scope.WINDOW, keys)
        .does(() -> model.go(place));
  }

  private Action.Draft desk(String id, Icon icon) {
    return Action.named(id, texts, icon, Topic.DESK);
  }
}
