package app.recado.client.sync;

import app.recado.client.state.Batch;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import java.util.List;

/**
 * Several acts at once: on several dialogs, or several on one. Each is a command of its own with
 * its own basis; what becomes of each is seen in the batch. FX thread, as all of {@link Desk}.
 */
public interface DeskBatches {
  /**
   * What is done with one dialog.
   *
   * @param steps in order; each is done only if the one before it was
   */
  record Run(DialogId dialog, List<Intent> steps) {
    public Run {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Does them all. A run of which anything can be undone for a while waits as a whole, so that it
   * can be undone as a whole. What is being written in these dialogs stays as it is.
   */
  Batch start(List<Run> runs);

  /** Takes back whatever of it was never tried. */
  void undo(Batch batch);

  /** Nobody looks at it any more. */
  void forget(Batch batch);
}
