package app.recado.client.ui.shell;

import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells who comes back to the desk that they were away meanwhile without having said so. */
final class ReturnNote {
  private final Desk desk;
  private final Consumer<String> say;
  private Instant since;
  private boolean wasOnline;

  ReturnNote(Desk desk, Consumer<String> say) {
    this.desk = desk;
    this.say = say;
    since = desk.relayNow();
  }

  /** Nobody has been here for a while, or somebody is again. */
  void idle(boolean idle) {
    if (idle) {
      since = desk.relayNow();
      wasOnline = desk.me().getValue().availability() == Availability.ONLINE;
    } else if (wasOnline) {
      wasOnline = false;
      if (desk.me().getValue().availability() == Availability.AWAY) {
        long minutes = Math.max(1, Duration.between(since, desk.relayNow()).toMinutes());
        say.accept(Texts.of("shell").count("away.back", Math.toIntExact(minutes)));
      }
    }
  }
}
