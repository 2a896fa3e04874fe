package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.sync.DeskBatches;
import app.recado.client.ui.controls.Overlay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What running macros asks of its neighbours. */
public interface MacroPorts {
  /** Where the choice and the preview lie. */
  Overlay overlay();

  /**
   * Does it, and shows what becomes of it.
   *
   * @param skipped the dialogs it is not done with, and why
   */
  void run(String name, List<DeskBatches.Run> runs, Map<DialogItem, Obstacle> skipped);

  /** Turns to where macros are written; null if that is in another window. */
  @Nullable Runnable library();
}
