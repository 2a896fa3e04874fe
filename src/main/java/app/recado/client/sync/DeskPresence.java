package app.recado.client.sync;

import java.time.Duration;
import javafx.beans.value.ObservableValue;

/** Whether somebody sits at this desk. FX thread, as all of {@link Desk}. */
public interface DeskPresence {
  /** Somebody used keyboard or mouse; called with each such event. */
  void touched();

  /**
   * Sets after how long without {@link #touched} the relay is told that nobody is here.
   *
   * @param time zero for never
   */
  void awayAfter(Duration time);

  /** Whether nobody has been here for so long. */
  ObservableValue<Boolean> idle();
}
