package app.recado.client.ui.controls;

import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.util.Subscription;

/** Puts things off on the FX thread. In tests time passes when the test says so. */
@FunctionalInterface
public interface Later {
  /** Runs something once after a delay, unless the subscription is given up before. */
  Subscription after(Duration delay, Runnable action);

  /** By the toolkit's own clock. */
  static Later byPulse() {
    return (delay, action) -> {
      PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
      pause.setOnFinished(done -> action.run());
      pause.play();
      return pause::stop;
    };
  }
}
