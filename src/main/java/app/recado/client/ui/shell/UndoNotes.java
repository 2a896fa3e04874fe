package app.recado.client.ui.shell;

import app.recado.client.ui.canned.Deletion;
import app.recado.client.ui.controls.Toasts;
import app.recado.client.ui.settings.Preferences;
import java.util.function.BooleanSupplier;
import javafx.util.Duration;

/** Offers undo for as long as what was deleted keeps its time on this computer. */
record UndoNotes(Toasts toasts, Preferences preferences) implements Deletion {
  private static final Duration NOTE = Duration.seconds(3);

  @Override
  public boolean isFinal() {
    return preferences.undoSeconds().get() == 0;
  }

  @Override
  public void done(String said, String undo, String late, BooleanSupplier restore) {
    if (isFinal()) {
      toasts.show(said, NOTE);
      return;
    }
    toasts.show(
        said,
        undo,
        () -> {
          if (!restore.getAsBoolean()) {
            toasts.show(late, NOTE);
          }
        },
        Duration.seconds(preferences.undoSeconds().get()));
  }
}
