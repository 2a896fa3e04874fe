package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.Desktop;
import app.recado.client.platform.FileSaving;
import app.recado.client.platform.KeyringKeyStore;
import app.recado.client.platform.PreferenceFile;
import app.recado.client.state.Connection;
import app.recado.client.state.Found;
import app.recado.client.state.NewChat;
import app.recado.client.state.Tab;
import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.FakeDesktop;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.settings.Computer;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskWindowTest {
  private final FakeDesk desk = Pictures.desk();
  private final Preferences preferences =
      new Preferences(new PreferenceFile(Path.of("no such file"), later -> {}), Locale.ENGLISH);
  private final AtomicReference<@Nullable DeskWindow> window = new AtomicReference<>();
  private final AtomicReference<@Nullable Stage> stage = new AtomicReference<>();

  @AfterEach
  void closeWindow() {
    Fx.run(() -> {
      window.get().close();
      stage.get().hide();
    });
  }

  @Test
  void theDeskThatWasLeftOpenFillsTheWindowWhateverItsSize() {
    open();
    assertFilled();
    Fx.run(() -> {
      stage.get().setWidth(1440);
      stage.get().setHeight(900);
    });
    assertFilled();
    Fx.run(() -> ((Parent) stage.get().getScene().getRoot()).requestLayout());
    assertFilled();
    assertThat(Fx.get(() -> stage.get().getScene().getWidth())).isEqualTo(1440);
  }

  private final FakeDesktop desktop = new FakeDesktop();
  private final Computer computer =
      new Computer(
          Optional.empty(),
          () -> KeyringKeyStore.Place.FILE,
          () -> "facts",
          Runnable::run,
          Runnable::run);
  private final List<String> ended = new ArrayList<>();

  private void settle(boolean tray) {
    open();
    Fx.frame();
    Fx.run(() -> {
      Home home =
          new Home(
              desktop,
              chime -> {},
              preferences,
              computer,
              Runnable::run,
              (delay, action) -> javafx.util.Subscription.EMPTY);
      window.get().settle(home, () -> ended.add("ended"));
      desktop.listener.found(new Desktop.Abilities(true, true, tray));
    });
  }

  private void pressClose() {
    Fx.run(() ->
        stage
            .get()
            .getOnCloseRequest()
            .handle(new WindowEvent(stage.get(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void whereThereIsATrayClosingTheWindowIsNotTheEnd() {
    settle(true);
    pressClose();
    assertThat(stage.get().isShowing()).isFalse();
    assertThat(ended).isEmpty();
    assertThat(desktop.titles).containsExactly("Recado keeps running");
    Fx.run(() -> desktop.listener.iconPressed());
    assertThat(stage.get().isShowing()).isTrue();
  }

  @Test
  void withoutATrayItIs() {
    settle(false);
    pressClose();
    assertThat(ended).containsExactly("ended");
  }

  @Test
  void whoDoesNotWantTheTrayEndsByClosing() {
    settle(true);
    Fx.run(() -> preferences.keepInTray().set(false));
    pressClose();
    assertThat(ended).containsExactly("ended");
  }

  @Test
  void quittingSaysWhatIsStillQueued() {
    settle(true);
    Fx.run(() -> {
      desk.connection.set(new Connection(Connection.Status.OFFLINE, 3, desk.now, null));
      window.get().quit();
    });
    Fx.frame();
    assertThat(ended).isEmpty();
    Labeled yes = (Labeled) stage.get().getScene().lookup("#question-yes");
    assertThat(yes.getText()).isEqualTo("Quit");
    assertThat(
            stage.get().getScene().getRoot().lookupAll(".question .heading").stream()
                .map(node -> ((Labeled) node).getText()))
        .containsExactly("3 things are still queued");
    Fx.run(() -> ((Button) yes).fire());
    assertThat(ended).containsExactly("ended");
  }

  @Test
  void quittingWhileSigningInAgainSaysItToo() {
    settle(true);
    Fx.run(() ->
        desk.connection.set(new Connection(Connection.Status.SIGN_IN_NEEDED, 2, desk.now, null)));
    Fx.run(() -> {
      window.get().signInAgain();
      window.get().quit();
    });
    Fx.frame();
    assertThat(ended).isEmpty();
    Fx.run(() -> ((Button) stage.get().getScene().lookup("#question-yes")).fire());
    assertThat(ended).containsExactly("ended");
  }

  @Test
  void comingForwardDoesNotLoseALinkThatWaits() {
    LateDoor late = new LateDoor(new AtomicReference<>());
    open(late);
    Fx.run(() -> {
      window.get().follow("recado://dialog/dialog-nova");
      window.get().follow("");
      late.answer().get().accept(desk);
    });
    assertThat(desk.calls).contains("open dialog-nova");
  }

  @Test
  void aPressedNotificationOpensItsDialog() {
    settle(true);
    NewChat chat = new NewChat(Example.item("nova", "Nova").build(), "Oi", false);
    Fx.run(() -> {
      desk.inbox.put(Tab.UNANSWERED, chat.item());
      stage.get().hide();
      desk.newChats.add(chat);
      desktop.listener.pressed("chat:dialog-nova", "default");
    });
    assertThat(stage.get().isShowing()).isTrue();
    assertThat(desk.calls).contains("dismiss dialog-nova", "open dialog-nova");
  }

  @Test
  void aLinkShowsItsDialogOrSaysWhyNot() {
    open();
    Fx.frame();
    Fx.run(() -> window.get().follow("recado://dialog/dialog-nova"));
    assertThat(desk.calls).contains("find dialog-nova", "open dialog-nova");
    desk.found = Found.NOT_CACHED;
    Fx.run(() -> window.get().follow("recado://dialog/other"));
    assertThat(desk.calls).doesNotContain("open other");
    assertThat(toasts())
        .containsExactly(
            "This conversation is not on this computer. It opens once you are online.");
    Fx.run(() -> window.get().follow("recado://dialog/../x"));
    assertThat(toasts()).contains("This link does not lead into Recado.");
  }

  private List<String> toasts() {
    return Fx.get(() ->
        stage.get().getScene().getRoot().lookupAll(".toast").stream()
            .map(Node::getAccessibleText)
            .toList());
  }

  @Test
  void aLinkWaitsUntilSomebodyIsSignedIn() {
    LateDoor late = new LateDoor(new AtomicReference<>());
    open(late);
    Fx.run(() -> window.get().follow("recado://dialog/dialog-nova"));
    assertThat(desk.calls).isEmpty();
    Fx.run(() -> late.answer().get().accept(desk));
    assertThat(desk.calls).contains("find dialog-nova", "open dialog-nova");
  }

  @Test
  void theWindowComesBackWhereItWas() {
    preferences.keepWindowPlace("40 30 1000 700 normal");
    open();
    Fx.frame();
    assertThat(stage.get().getX()).isEqualTo(40);
    assertThat(stage.get().getWidth()).isEqualTo(1000);
    Fx.run(() -> {
      stage.get().setX(60);
      stage.get().setHeight(650);
      window.get().close();
    });
    assertThat(preferences.windowPlace()).isEqualTo("60 30 1000 650 normal");
  }

  @Test
  void signingOutTakesTheNotificationsAway() {
    settle(true);
    Fx.run(() -> {
      stage.get().hide();
      desk.newChats.add(new NewChat(Example.item("nova", "Nova").build(), "Oi", false));
    });
    assertThat(desktop.notices).containsKey("chat:dialog-nova");
    Fx.run(() -> window.get().wiped());
    assertThat(desktop.notices).isEmpty();
    Fx.run(() -> window.get().close());
    assertThat(desktop.closed).isTrue();
  }

  private void assertFilled() {
    Fx.frame();
    Fx.frame();
    Fx.run(() -> {
      Stage shown = stage.get();
      assertThat(shown.getScene().getWidth()).isEqualTo(shown.getWidth());
      assertThat(shown.getScene().getHeight()).isEqualTo(shown.getHeight());
      assertThat(shown.getScene().getRoot().getLayoutBounds().getWidth())
          .isEqualTo(shown.getWidth());
    });
  }

  private void open() {
    open(new LeftOpen(desk));
  }

  private void open(Door door) {
    Fx.run(() -> {
      Stage made = new Stage();
      stage.set(made);
      DeskWindow opened =
          new DeskWindow(
              made,
              door,
              preferences,
              new Theme(Appearance.LIGHT),
              new Nowhere(),
              ZoneId.of("America/Recife"),
              "");
      window.set(opened);
      opened.open();
      opened.appear();
    });
  }

  /** It takes its time to find out who is signed in. */
  private record LateDoor(AtomicReference<Consumer<@Nullable Desk>> answer) implements Door {
    @Override
    public void resume(Consumer<@Nullable Desk> asked) {
      answer.set(asked);
    }

    @Override
    public void signIn(String relay, String email, String password, Consumer<Entry> entry) {
      entry.accept(new Entry.Refused(Refusal.UNREACHABLE, null));
    }

    @Override
    public Remembered remembered() {
      return new Remembered("", "");
    }
  }

  /** Somebody is signed in already, which is found out after the window has opened. */
  private record LeftOpen(Desk desk) implements Door {
    @Override
    public void resume(Consumer<@Nullable Desk> answer) {
      Platform.runLater(() -> answer.accept(desk));
    }

    @Override
    public void signIn(String relay, String email, String password, Consumer<Entry> answer) {
      answer.accept(new Entry.Refused(Refusal.UNREACHABLE, null));
    }

    @Override
    public Remembered remembered() {
      return new Remembered("", "");
    }
  }

  private static final class Nowhere implements Outside {
    @Override
    public void browse(URI page) {}

    @Override
    public void copy(String text) {}

    @Override
    public void save(
        String name,
        FileSaving.Content content,
        Supplier<FileSaving.Watcher> chosen,
        Consumer<FileSaving.Ending> done) {}

    @Override
    public Computer computer() {
      return new Computer(
          Optional.empty(),
          () -> KeyringKeyStore.Place.FILE,
          () -> "facts",
          Runnable::run,
          Runnable::run);
    }

    @Override
    public void quit() {}
  }
}
