package app.recado.client.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.ui.Example;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.i18n.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionWordsTest {
  @Test
  void offlineSaysHowMuchWaits() {
    assertThat(words(Connection.Status.OFFLINE, 3, null)).isEqualTo("Offline · 3 queued");
    assertThat(words(Connection.Status.OFFLINE_BY_HAND, 0, null)).isEqualTo("Offline");
  }

  @Test
  void offlineIsCalm() {
    assertThat(ConnectionWords.tone(connection(Connection.Status.OFFLINE, 3, null)))
        .isEqualTo(Pill.Tone.WARNING);
  }

  @Test
  void catchingUpSaysHowFar() {
    assertThat(words(Connection.Status.ONLINE, 0, 0.425)).isEqualTo("Catching up 43 %");
    assertThat(words(Connection.Status.ONLINE, 0, 1.0)).isEqualTo("Online");
  }

  private static String words(Connection.Status status, int queued, @Nullable Double progress) {
    return ConnectionWords.of(connection(status, queued, progress), Texts.of("inbox"));
  }

  private static Connection connection(
      Connection.Status status, int queued, @Nullable Double progress) {
    return new Connection(status, queued, Example.NOW, progress);
  }
}
