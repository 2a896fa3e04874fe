package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.PreferenceFile;
import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.settings.Preferences;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskWindowTest {
  private final FakeDesk desk = Pictures.desk();
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
    Fx.run(() -> {
      Stage made = new Stage();
      stage.set(made);
      Preferences preferences =
          new Preferences(new PreferenceFile(Path.of("no such file"), later -> {}), Locale.ENGLISH);
      DeskWindow opened =
          new DeskWindow(
              made,
              new LeftOpen(desk),
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
  }
}
