package app.recado.client.sync;

import app.recado.client.state.DialogQuery;
import app.recado.client.state.SavedView;
import javafx.collections.ObservableList;

/**
 * Queries that the agent gave a name, kept with the profile on this computer. FX thread, as {@link
 * Desk}.
 */
public interface DeskViews {
  /** By name. */
  ObservableList<SavedView> all();

  /** Gives a query a name, and keeps it. */
  SavedView add(String name, DialogQuery query);

  /**
   * Keeps it, in the place of the one with its id if there is one.
   *
   * @return the same
   */
  SavedView save(SavedView view);

  void delete(SavedView view);
}
