package app.recado.client.ui.inbox;

import app.recado.client.state.Connection;
import app.recado.client.ui.controls.Pill;
import app.recado.client.ui.i18n.Texts;

/** The connection in a few words. Being offline is a calm state, so amber, never red. */
final class ConnectionWords {
  private ConnectionWords() {}

  static String of(Connection connection, Texts texts) {
    Double progress = connection.progress();
    return switch (connection.status()) {
      case CONNECTING -> texts.get("connection.connecting");
      case ONLINE ->
          progress != null && progress < 1
              ? texts.get("connection.catchingUp", Math.round(progress * 100))
              : connection.queued() > 0
                  ? texts.get("connection.sending", connection.queued())
                  : texts.get("connection.online");
      case OFFLINE, OFFLINE_BY_HAND ->
          connection.queued() > 0
              ? texts.get("connection.offlineQueued", connection.queued())
              : texts.get("connection.offline");
      case SIGN_IN_NEEDED -> texts.get("connection.signInNeeded");
    };
  }

  static Pill.Tone tone(Connection connection) {
    return switch (connection.status()) {
      case ONLINE -> Pill.Tone.ACCENT;
      case CONNECTING -> Pill.Tone.NEUTRAL;
      case OFFLINE, OFFLINE_BY_HAND, SIGN_IN_NEEDED -> Pill.Tone.WARNING;
    };
  }
}
