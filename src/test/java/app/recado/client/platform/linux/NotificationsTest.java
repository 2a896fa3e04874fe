package app.recado.client.platform.linux;

import static app.recado.client.platform.linux.PrivateSession.await;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.Desktop.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications on a real bus with a real server. */
@NeedsPrograms({"dbus-daemon", "Xvfb", "dunst", "dunstctl"})
class NotificationsTest {
  @TempDir Path folder;
  private PrivateSession session;
  private LinuxDesktop desktop;
  private final HeardDesktop heard = new HeardDesktop();

  @BeforeEach
  void open() throws Exception {
    session = new PrivateSession(folder);
    Path settings =
        Files.writeString(
            folder.resolve("dunstrc"),
            "[global]\nidle_threshold=0\nmarkup=full\ndmenu="
                + menu()
                // The history has no urgency of its own.
                + "\n[urgency_critical]\nformat=\"CRITICAL <b>%s</b>\\n%b\"\n"
                + "[urgency_normal]\nformat=\"NORMAL <b>%s</b>\\n%b\"\n");
    session.start(session.screen(), List.of("dunst", "-conf", settings.toString()));
    await(() -> ask("dunstctl", "count", "displayed").equals("0"));
    desktop = new LinuxDesktop(session.bus(), Executors.newSingleThreadScheduledExecutor());
    desktop.open(heard);
    assertThat(heard.next()).isEqualTo("found notifications buttons");
  }

  @AfterEach
  void close() {
    desktop.close();
    session.close();
  }

  /** What dunst asks when a notification's buttons are opened: presses the one called Answer. */
  private Path menu() throws IOException {
    Path script = Files.writeString(folder.resolve("menu"), "#!/bin/sh\ngrep '#Answer'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private String ask(String... command) {
    try {
      return session.ask(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void show(String key, String title, String text) {
    desktop.show(
        new Notice(
            key,
            title,
            text,
            true,
            List.of(new Notice.Button("answer", "Answer"), new Notice.Button("open", "Open"))));
  }

  private void awaitDisplayed(int count) throws InterruptedException {
    await(() -> ask("dunstctl", "count", "displayed").equals(Integer.toString(count)));
  }

  @Test
  void theSameKeyIsShownOnceAndWithdrawn() throws Exception {
    show("a", "New chat · Ana", "Oi");
    show("b", "New chat · Bia", "Olá");
    show("a", "New chat · Ana", "Oi, de novo");
    awaitDisplayed(2);
    desktop.withdraw("a");
    awaitDisplayed(1);
    assertThat(ask("dunstctl", "history")).contains("Oi, de novo").doesNotContain("Olá");
    assertThat(heard.isSilent()).isTrue();
  }

  @Test
  void whatStaysIsCriticalAndNothingElse() throws Exception {
    show("a", "New chat · Ana", "Oi");
    desktop.show(new Notice("b", "Bia", "Olá", false, List.of()));
    awaitDisplayed(2);
    desktop.withdraw("a");
    awaitDisplayed(1);
    assertThat(ask("dunstctl", "history")).contains("CRITICAL").doesNotContain("NORMAL");
    desktop.withdraw("b");
    awaitDisplayed(0);
    assertThat(ask("dunstctl", "history")).contains("NORMAL");
  }

  @Test
  void itsButtonIsHeardOnceAndTakesItAway() throws Exception {
    show("a", "New chat · Ana", "Oi");
    awaitDisplayed(1);
    ask("dunstctl", "context");
    assertThat(heard.next()).isEqualTo("pressed a answer");
    awaitDisplayed(0);
    assertThat(heard.isSilent()).isTrue();
  }

  @Test
  void pressingItIsHeard() throws Exception {
    show("a", "New chat · Ana", "Oi");
    awaitDisplayed(1);
    ask("dunstctl", "action");
    assertThat(heard.next()).isEqualTo("pressed a default");
  }

  @Test
  void puttingItAwayIsHeard() throws Exception {
    show("a", "New chat · Ana", "Oi");
    awaitDisplayed(1);
    ask("dunstctl", "close");
    assertThat(heard.next()).isEqualTo("put away a");
  }

  @Test
  void whatACustomerWritesIsNoMarkup() throws Exception {
    show("a", "<b>Ana</b>", "<b>1 < 2</b> & more");
    awaitDisplayed(1);
    desktop.withdraw("a");
    awaitDisplayed(0);
    assertThat(ask("dunstctl", "history")).contains("&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; more");
  }

  @Test
  void closingTakesEverythingAway() throws Exception {
    show("a", "New chat · Ana", "Oi");
    awaitDisplayed(1);
    desktop.close();
    awaitDisplayed(0);
  }
}
