package app.recado.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DiagnosticsTest {
  private static final String SECRET = "Meu CPF é 123";

  @TempDir Path folder;

  @AfterEach
  void giveBackTheLog() throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    new ch.qos.logback.classic.util.ContextInitializer(context).autoConfig();
  }

  private String text() {
    return new Diagnostics(folder, Map.of("os.name", "Linux", "os.arch", "amd64")::get).text();
  }

  @Test
  void itSaysWhatHappenedAndNothingThatWasWritten() throws Exception {
    DeskLog.into(folder);
    Files.writeString(folder.resolve("outbox.db"), SECRET);
    Files.writeString(folder.resolve("token"), "tok-en");
    var ours = LoggerFactory.getLogger("app.recado.client.sync.Outbox");
    ours.info("Sent {}", SECRET);
    ours.warn(
        "What was sent to {} was refused",
        SECRET,
        new IllegalStateException(SECRET, new java.io.IOException(SECRET)));
    LoggerFactory.getLogger("okhttp3.Thing").error("body: " + SECRET);

    assertThat(text())
        .contains(
            "os.name: Linux",
            "os.arch: amd64",
            "file outbox.db: 0 KB",
            "WARN app.recado.client.sync.Outbox: What was sent to {} was refused"
                + " <- java.lang.IllegalStateException <- java.io.IOException",
            "ERROR okhttp3.Thing")
        .doesNotContain(SECRET, "CPF", "tok-en", "Sent");
  }

  @Test
  void onlyTheLastOnesAreKept() {
    DeskLog.into(folder);
    var ours = LoggerFactory.getLogger("app.recado.Test");
    for (int i = 0; i < 30; i++) {
      ours.warn("again");
    }
    assertThat(text().lines().filter(line -> line.endsWith("app.recado.Test: again"))).hasSize(20);
  }

  @Test
  void withoutErrorsItSaysSo() {
    DeskLog.into(folder);
    assertThat(text()).contains("last errors: none");
  }
}
