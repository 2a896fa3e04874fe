package app.recado.client.sync;

import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelId;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import java.util.List;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Several acts kept to be done again, with and without a network. FX thread, as {@link Desk}. How a
 * save ends is seen in {@link #all} and, if it is held, in {@link Desk#needsAttention}. Run, one is
 * a batch of {@link DeskBatches}.
 */
public interface DeskMacros {

  /** Those one may use, the changes of one's own that wait laid over them; in no order. */
  ObservableList<MacroRow> all();

  /**
   * What is written of one.
   *
   * @param channel for {@link CannedScope#CHANNEL} alone
   */
  record Content(
      CannedScope scope, @Nullable ChannelId channel, String name, List<MacroStep> steps) {
    public Content {
      steps = List.copyOf(steps);
    }
  }

  /** Keeps a new one. */
  void create(Content content);

  /** Replaces one that is there, for all who see it. */
  void save(MacroId id, Content content);

  /** Deletes it; it leaves once the time for undo is over. */
  void delete(MacroId id);

  /** Takes a deletion back; false if it is too late. */
  boolean restore(MacroId id);
}
