package app.recado.client.ui.shell;

import app.recado.client.platform.FileSaving;
import app.recado.client.platform.KeyringKeyStore;
import app.recado.client.platform.PreferenceFile;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.settings.Computer;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A whole desk in a window on the headless platform; FX thread only. */
final class Shown implements AutoCloseable {
  final FakeDesk desk;
  final Preferences preferences =
      new Preferences(new PreferenceFile(Path.of("no such file"), later -> {}), Locale.ENGLISH);
  final Computer computer;
  final List<String> copied = new ArrayList<>();
  final Areas areas;
  final Scene scene;
  final Stage stage = new Stage();

  Shown(FakeDesk desk, double width, double height, Appearance appearance) {
    this(
        desk,
        width,
        height,
        appearance,
        new Computer(
            Optional.empty(),
            () -> KeyringKeyStore.Place.FILE,
            () -> "facts",
            Runnable::run,
            Runnable::run));
  }

  Shown(FakeDesk desk, double width, double height, Appearance appearance, Computer computer) {
    this.desk = desk;
    this.computer = computer;
    areas =
        new Areas(
            desk,
            new Moments(ZoneId.of("America/Recife")),
            preferences,
            new Outside() {
              @Override
              public void browse(URI page) {
                copied.add("browse " + page);
              }

              @Override
              public void copy(String text) {
                copied.add(text);
              }

              @Override
              public void save(
                  String name,
                  FileSaving.Content content,
                  Supplier<FileSaving.Watcher> chosen,
                  Consumer<FileSaving.Ending> done) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                  content.writeTo(out, chosen.get());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                copied.add("save " + name + "\n" + out.toString(StandardCharsets.UTF_8));
                done.accept(FileSaving.Ending.WRITTEN);
              }

              @Override
              public Computer computer() {
                return computer;
              }

              @Override
              public void quit() {
                desk.calls.add("quit");
              }
            },
            () -> desk.calls.add("signed out"),
            () -> desk.calls.add("sign in again"));
    scene = new Scene(areas.root(), width, height);
    new Theme(appearance).dress(scene);
    areas.listenTo(scene);
    stage.setScene(scene);
    stage.show();
    desk.now = Example.NOW;
    layOut();
  }

  void act(String id) {
    areas.register().get(id).run();
    layOut();
  }

  void fire(String selector) {
    ((Button) scene.lookup(selector)).fire();
    layOut();
  }

  /** A control that has just been shown answers to no key before it has its skin. */
  private void layOut() {
    Fx.layOut(areas.root());
  }

  /** On whatever has the keyboard. */
  void press(KeyCode code) {
    Event.fireEvent(
        scene.getFocusOwner(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  void select(Tab tab) {
    act("tab-" + tab.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    stage.hide();
    areas.close();
  }
}
