package app.recado.client.ui.shell;

import app.recado.client.platform.FileSaving;
import app.recado.client.ui.controls.Toasts;
import app.recado.client.ui.i18n.Texts;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Says how far the saving of a file is, lets it be stopped, and says how it ended. */
final class SavingNote {
  private static final Duration NOTE = Duration.seconds(4);

  /** Of a hundred; more often would only keep the FX thread busy. */
  private static final int STEP = 2;

  private final Outside outside;
  private final Toasts toasts;
  private final Texts texts = Texts.of("shell");
  private final AtomicBoolean stopped = new AtomicBoolean();
  private Toasts.@Nullable Progress progress;

  SavingNote(Outside outside, Toasts toasts) {
    this.outside = outside;
    this.toasts = toasts;
  }

  /** Once. */
  void save(String name, FileSaving.Content content) {
    outside.save(name, content, () -> begin(name), ending -> end(name, ending));
  }

  private FileSaving.Watcher begin(String name) {
    progress =
        toasts.progress(
            texts.get("saving", name), texts.get("saving.stop"), () -> stopped.set(true));
    return new Watching();
  }

  private void end(String name, FileSaving.Ending ending) {
    Objects.requireNonNull(progress).close();
    String words =
        switch (ending) {
          case WRITTEN -> texts.get("saved", name);
          case STOPPED -> texts.get("saving.stopped", name);
          case FAILED -> texts.get("notSaved", name);
        };
    toasts.show(words, NOTE);
  }

  /** On the writing thread. */
  private final class Watching implements FileSaving.Watcher {
    private int told;

    @Override
    public void at(double part) {
      int now = (int) (part * 100);
      if (now - told >= STEP) {
        told = now;
        Platform.runLater(() -> Objects.requireNonNull(progress).at(part));
      }
    }

    @Override
    public boolean wantsToStop() {
      return stopped.get();
    }
  }
}
