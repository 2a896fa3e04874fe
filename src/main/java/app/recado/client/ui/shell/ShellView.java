package app.recado.client.ui.shell;

import app.recado.client.ui.action.Register;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.controls.Toasts;
import app.recado.client.ui.notify.NewChatsView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The window's content: the rail, the place one is at, and what announces itself. Places other than
 * the Contact Center are built when first gone to.
 */
final class ShellView extends StackPane implements AutoCloseable {
  private final Subscription subscription = new Subscription();
  private final Map<Place, Supplier<Region>> building = new EnumMap<>(Place.class);
  private final Map<Place, Region> built = new EnumMap<>(Place.class);
  private final StackPane centre = new StackPane();
  private final Rail rail;
  private final Columns columns;
  private @Nullable Region cover;
  private @Nullable Node focusBefore;

  ShellView(
      ShellViewModel model,
      ShellActions actions,
      Register register,
      Columns columns,
      Supplier<Region> mentions,
      Supplier<Region> attention,
      Supplier<Region> settings,
      NewChatsView announcements,
      Toasts toasts) {
    this.columns = columns;
    getStyleClass().add("shell");
    building.put(Place.CONTACT_CENTER, () -> columns);
    building.put(Place.MENTIONS, mentions);
    building.put(Place.ATTENTION, attention);
    building.put(Place.SETTINGS, settings);
    rail = new Rail(model, actions, register, subscription);
    StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
    toasts.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().setAll(new Beside(rail, centre, columns, announcements), toasts);
    subscription.to(model.place(), this::go);
  }

  /** Adds the menus that the computer shows outside the window. */
  void add(NativeMenus menus) {
    StackPane.setAlignment(menus, Pos.TOP_LEFT);
    getChildren().add(menus);
  }

  Columns columns() {
    return columns;
  }

  Rail rail() {
    return rail;
  }

  /** Lays something over the whole window and gives it the keyboard. */
  void cover(Region view, Node first) {
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    cover = view;
    getChildren().add(view);
    // A control takes no key before it has its skin: one that follows at once would be lost.
    view.applyCss();
    first.requestFocus();
  }

  void uncover() {
    Region covered = cover;
    if (covered == null) {
      return;
    }
    cover = null;
    getChildren().remove(covered);
    Node before = focusBefore;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  boolean isCovered() {
    return cover != null;
  }

  /** Gives the keyboard to the column after the one that has it; what is not shown is left out. */
  void focusNext(List<Areas.Stop> stops, boolean backwards) {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    int at = -1;
    for (int i = 0; i < stops.size() && at < 0; i++) {
      at = holds(stops.get(i).column(), owner) ? i : -1;
    }
    for (int step = 1; step <= stops.size(); step++) {
      int next = Math.floorMod(at + (backwards ? -step : step), stops.size());
      if (isShown(stops.get(next).column())) {
        stops.get(next).focus().run();
        return;
      }
    }
  }

  private static boolean holds(Node column, @Nullable Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == column) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShown(Node column) {
    if (column.getScene() == null) {
      return false;
    }
    for (Node each = column; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
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
