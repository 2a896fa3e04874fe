package app.recado.client.ui.shell;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.sync.DeskBatches;
import app.recado.client.ui.bulk.BulkViewModel;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.macros.MacroPorts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs macros as any act on several dialogs is run.
 *
 * @param library turns to where macros are written; null if that is in another window
 */
record MacroWays(Overlay overlay, BulkViewModel bulk, @Nullable Runnable library)
    implements MacroPorts {
  @Override
  public void run(String name, List<DeskBatches.Run> runs, Map<DialogItem, Obstacle> skipped) {
    bulk.start(name, runs, skipped);
  }
}
