package app.recado.client.ui.shell;

import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.controls.Toasts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The window's content: the rail, the place one is at, and over both what announces itself. Places
 * other than the Contact Center are built when first gone to.
 */
final class ShellView extends StackPane implements AutoCloseable {
  private final Subscription subscription = new Subscription();
  private final Map<Place, Supplier<Region>> building = new EnumMap<>(Place.class);
  private final Map<Place, Region> built = new EnumMap<>(Place.class);
  private final StackPane centre = new StackPane();
  private final Rail rail;
  private final Columns columns;

  ShellView(
      ShellViewModel model,
      Columns columns,
      Supplier<Region> attention,
      Supplier<Region> settings,
      Region announcements,
      Toasts toasts) {
    this.columns = columns;
    getStyleClass().add("shell");
    building.put(Place.CONTACT_CENTER, () -> columns);
    building.put(Place.ATTENTION, attention);
    building.put(Place.SETTINGS, settings);
    rail = new Rail(model, columns::togglePanel, subscription);
    HBox.setHgrow(centre, Priority.ALWAYS);
    centre.setMinWidth(0);
    StackPane.setAlignment(announcements, Pos.BOTTOM_RIGHT);
    announcements.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
    toasts.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().setAll(new HBox(rail, centre), toasts, announcements);
    subscription.to(model.place(), this::go);
  }

  Columns columns() {
    return columns;
  }

  Rail rail() {
    return rail;
  }

  @Override
  public void close() {
    subscription.close();
  }

  private void go(Place place) {
    Region region =
        built.computeIfAbsent(place, first -> Objects.requireNonNull(building.get(place)).get());
    if (!centre.getChildren().contains(region)) {
      centre.getChildren().setAll(region);
    }
  }
}
