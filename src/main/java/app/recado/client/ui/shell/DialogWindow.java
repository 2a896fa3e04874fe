package app.recado.client.ui.shell;

import app.recado.client.state.Selection;
import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.bulk.BatchStrip;
import app.recado.client.ui.bulk.BulkViewModel;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.controls.Toasts;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.macros.MacroActions;
import app.recado.client.ui.macros.MacroRunner;
import app.recado.client.ui.settings.Preferences;
import app.recado.protocol.DialogId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A dialog in a window of its own: timeline, reply field and all that can be done about it, from
 * the same desk, so it works offline like the main one. The next one opens where the last stood.
 */
final class DialogWindow implements AutoCloseable {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 720;
  private static final double LEAST_WIDTH = 480;
  private static final double LEAST_HEIGHT = 420;

  /** So that the next one does not hide the one before. */
  private static final double STEP = 28;

  private static final Duration NOTE = Duration.seconds(3);

  private final Preferences preferences;
  private final Outside outside;
  private final Runnable closed;
  private final Stage stage = new Stage();
  private final Scene scene;
  private final DialogRoom room;
  private final BulkViewModel acts;
  private final MacroRunner macros;
  private final Toasts toasts = new Toasts();
  private final Register register;
  private final Subscription subscription = new Subscription();
  private boolean over;

  /**
   * @param windows gives a dialog a window of its own
   * @param closed told once when it is closed, by whomever
   */
  DialogWindow(
      Desk desk,
      DialogId dialog,
      Moments moments,
      Preferences preferences,
      Outside outside,
      Later later,
      Consumer<DialogId> windows,
      Runnable closed) {
    this.preferences = preferences;
    this.outside = outside;
    this.closed = closed;
    register = new Register(this::actions, List::of);
    room = new DialogRoom(desk, moments, preferences, outside, later, register, toasts, windows);
    acts = new BulkViewModel(desk, new Selection());
    Overlay overlay = room.view().overlay();
    macros = new MacroRunner(desk, moments, new MacroWays(overlay, acts, null));
    BatchStrip strip =
        new BatchStrip(acts, new BulkWays(desk, moments, overlay, room.view(), windows), later);
    subscription.and(strip::close).and(acts::close);
    VBox.setVgrow(room.view(), Priority.ALWAYS);
    StackPane root = new StackPane(new VBox(room.view(), strip), toasts);
    root.getStyleClass().add("dialog-window");
    toasts.setPickOnBounds(false);
    scene = new Scene(root, WIDTH, HEIGHT);
    outside.dress(scene);
    new ShellKeys(register, room.view().overlay()::isOpen, this::isHere, room::sayWhyNot)
        .install(scene);
    InputWatch.on(scene, desk.presence()::touched, subscription);
    room.open(dialog);
    subscription.to(
        room.conversation().itemProperty(),
        item -> {
          if (item != null) {
            stage.setTitle(
                Texts.of("shell").get("window.dialog", VisitorName.of(item.customer().name())));
          }
        });
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(asked -> close());
  }

  /**
   * Shows it where the last one stood, if that is still on a screen.
   *
   * @param others how many stand open already
   */
  void show(int others) {
    WindowPlace.of(preferences.dialogWindowPlace())
        .filter(was ->
            was.isWithinReach(Screen.getScreens().stream().map(Screen::getVisualBounds).toList()))
        .ifPresent(was -> {
          stage.setX(was.bounds().getMinX() + STEP * others);
          stage.setY(was.bounds().getMinY() + STEP * others);
          stage.setWidth(was.bounds().getWidth());
          stage.setHeight(was.bounds().getHeight());
        });
    stage.show();
    room.write();
  }

  void comeForward() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  boolean isWatched() {
    return stage.isShowing() && stage.isFocused() && !stage.isIconified();
  }

  private List<Action> actions() {
    List<Action> all = new ArrayList<>(room.actions(() -> {}, this::close));
    all.add(new MacroActions(macros).onOpen(room.conversation().itemProperty()::get, () -> {}));
    return all;
  }

  /** Going from dialog to dialog and the desk's own actions belong to the main window. */
  private boolean isHere(Action action) {
    return action.topic() != Topic.LIST && action.topic() != Topic.DESK;
  }

  @Override
  public void close() {
    if (over) {
      return;
    }
    over = true;
    if (stage.isShowing() && !stage.isIconified()) {
      Rectangle2D bounds =
          new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
      preferences.keepDialogWindowPlace(new WindowPlace(bounds, false).words());
    }
    subscription.close();
    room.close();
    outside.undress(scene);
    stage.hide();
    closed.run();
  }
}
