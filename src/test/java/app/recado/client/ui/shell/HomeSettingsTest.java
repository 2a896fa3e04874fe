package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.Desktop;
import app.recado.client.platform.KeyringKeyStore;
import app.recado.client.platform.Startup;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.settings.Computer;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.Availability;
import app.recado.protocol.UserRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages on notifications and on this computer, with their real controls. */
class HomeSettingsTest {
  @TempDir Path home;
  private Shown shown;

  @BeforeEach
  void open() {
    Texts.speak(Language.ENGLISH);
    Optional<Startup> startup =
        Startup.of(Optional.of(Path.of("/opt/recado")), "default", "Linux", Map.of(), home);
    Computer computer =
        new Computer(
            startup,
            () -> KeyringKeyStore.Place.KEYRING,
            () -> "Recado 1",
            Runnable::run,
            Runnable::run);
    shown = Fx.get(() -> new Shown(Pictures.desk(), 1200, 800, Appearance.LIGHT, computer));
    Fx.run(() -> shown.act("place-settings"));
    Fx.frame();
  }

  @AfterEach
  void close() {
    Fx.run(shown::close);
  }

  private void page(String name) {
    Fx.run(() ->
        shown.scene.getRoot().lookupAll(".section-button").stream()
            .map(Button.class::cast)
            .filter(button -> button.getText().equals(name))
            .forEach(Button::fire));
    Fx.frame();
  }

  private CheckBox box(String id) {
    return (CheckBox) shown.scene.lookup("#" + id);
  }

  private void press(String id) {
    Fx.run(() -> box(id).fire());
  }

  @Test
  void theTimeUntilAwayIsChosenAndEveryTouchIsHeard() {
    assertThat(shown.desk.calls).contains("awayAfter PT10M");
    Fx.run(() ->
        shown.scene.lookup("#away-after").lookupAll(".choice-button").stream()
            .map(ToggleButton.class::cast)
            .filter(button -> button.getText().equals("Never"))
            .forEach(ToggleButton::fire));
    assertThat(shown.desk.calls).contains("awayAfter PT0S");
    int before = shown.desk.touches;
    Fx.run(() -> shown.press(KeyCode.SHIFT));
    assertThat(shown.desk.touches).isEqualTo(before + 1);
  }

  @Test
  void whoComesBackHearsThatNobodyWasHere() {
    Fx.run(() -> {
      shown.desk.idle.set(true);
      UserRow me = shown.desk.me.get();
      shown.desk.me.set(
          new UserRow(
              me.id(),
              me.name(),
              me.email(),
              me.role(),
              me.visibility(),
              me.mayJoin(),
              me.active(),
              Availability.AWAY,
              shown.desk.now,
              me.open()));
    });
    Fx.run(() -> shown.desk.now = shown.desk.now.plus(Duration.ofMinutes(25)));
    Fx.run(() -> shown.desk.idle.set(false));
    Fx.frame();
    assertThat(Fx.get(() -> shown.scene.lookup(".toast").getAccessibleText()))
        .isEqualTo("For 25 minutes nobody was at the desk: you were away.");
  }

  @Test
  void whatIsSwitchedHolds() {
    page("Notifications");
    press("quiet-on");
    press("sounds-message");
    press("tray-blink");
    assertThat(shown.preferences.doNotDisturb().get()).isTrue();
    assertThat(shown.preferences.messageSound().get()).isFalse();
    assertThat(shown.preferences.blinkingIcon().get()).isTrue();
    // as from the icon's menu
    Fx.run(() -> shown.preferences.doNotDisturb().set(false));
    assertThat(Fx.get(() -> box("quiet-on").isSelected())).isFalse();
  }

  @Test
  void aDesktopWithoutATrayIsSaid() {
    page("Notifications");
    assertThat(isShown("tray-keep")).isTrue();
    Fx.run(
        () -> shown.computer.desktop().set(Optional.of(new Desktop.Abilities(true, true, false))));
    assertThat(isShown("tray-keep")).isFalse();
    assertThat(says("This desktop has no tray. Closing the window ends Recado.")).isTrue();
    assertThat(says("This desktop shows no notifications.")).isFalse();
  }

  private boolean isShown(String id) {
    return Fx.get(() -> box(id).isVisible());
  }

  private boolean says(String text) {
    return Fx.get(() ->
        shown.scene.getRoot().lookupAll(".label").stream()
            .filter(Node::isVisible)
            .anyMatch(node -> text.equals(((javafx.scene.control.Labeled) node).getText())));
  }

  @Test
  void startingWithTheComputerIsAFileThatComesAndGoes() throws IOException {
    page("This computer");
    assertThat(Fx.get(() -> box("start-withComputer").isSelected())).isFalse();
    press("start-withComputer");
    press("start-links");
    assertThat(home.resolve(".config/autostart/recado.desktop")).exists();
    assertThat(Files.readString(home.resolve(".config/mimeapps.list"))).contains("recado");
    page("Notifications");
    page("This computer");
    assertThat(Fx.get(() -> box("start-withComputer").isSelected())).isTrue();
    press("start-withComputer");
    assertThat(home.resolve(".config/autostart/recado.desktop")).doesNotExist();
    assertThat(says("Kept in this computer's keyring. Your password is never kept.")).isTrue();
  }

  @Test
  void diagnosticsHoldNumbersAndNobodysWords() {
    page("This computer");
    Fx.run(() -> ((Button) shown.scene.lookup("#copy-diagnostics")).fire());
    String copied = shown.copied.getLast();
    assertThat(copied).contains("Recado 1", "connection: ", "queued", "token: KEYRING", "MINE");
    for (Tab tab : Tab.values()) {
      for (DialogItem item : shown.desk.inbox.list(tab)) {
        assertThat(copied).doesNotContain(item.customer().name(), item.customer().id().value());
      }
    }
    assertThat(copied).doesNotContain(shown.desk.me.get().email(), shown.desk.me.get().name());
  }
}
