package app.recado.client.ui.attention;

import app.recado.client.state.HeldItem;
import app.recado.client.sync.Desk;
import app.recado.protocol.DialogId;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Everything that was held and waits for a choice. FX thread only. */
public final class AttentionViewModel {
  private final Desk desk;
  private final Consumer<DialogId> opening;

  /**
   * @param opening shows a dialog in the window
   */
  public AttentionViewModel(Desk desk, Consumer<DialogId> opening) {
    this.desk = desk;
    this.opening = opening;
  }

  ObservableList<HeldItem> items() {
    return desk.needsAttention();
  }

  Instant relayNow() {
    return desk.relayNow();
  }

  void open(HeldItem item) {
    opening.accept(item.dialog());
  }
}
