package app.recado.client.ui.shell;

import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Later;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.settings.Preferences;
import app.recado.protocol.DialogId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dialogs that have windows of their own; one window for each. FX thread. */
final class DialogWindows implements AutoCloseable {
  private final Desk desk;
  private final Moments moments;
  private final Preferences preferences;
  private final Outside outside;
  private final Later later;
  private final Map<DialogId, DialogWindow> open = new LinkedHashMap<>();

  DialogWindows(Desk desk, Moments moments, Preferences preferences, Outside outside, Later later) {
    this.desk = desk;
    this.moments = moments;
    this.preferences = preferences;
    this.outside = outside;
    this.later = later;
  }

  /** Gives a dialog its window, or brings that to the front. */
  void open(DialogId dialog) {
    DialogWindow window = open.get(dialog);
    if (window == null) {
      window =
          new DialogWindow(
              desk,
              dialog,
              moments,
              preferences,
              outside,
              later,
              this::open,
              () -> open.remove(dialog));
      open.put(dialog, window);
      window.show(open.size() - 1);
    } else {
      window.comeForward();
    }
  }

  /** Whether the agent looks at one of them. */
  boolean areWatched() {
    return open.values().stream().anyMatch(DialogWindow::isWatched);
  }

  /** Whether the agent looks at the window of this one. */
  boolean isWatched(DialogId dialog) {
    DialogWindow window = open.get(dialog);
    return window != null && window.isWatched();
  }

  /** Opens again what stood open before, as in another language. */
  void resume(DialogWindows before) {
    List.copyOf(before.open.keySet()).forEach(this::open);
  }

  @Override
  public void close() {
    List.copyOf(open.values()).forEach(DialogWindow::close);
  }
}
