package app.recado.client.ui;

import app.recado.client.state.DialogQuery;
import app.recado.client.state.SavedView;
import app.recado.client.sync.DeskViews;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Views that are kept in memory. */
public final class FakeViews implements DeskViews {
  public final ObservableList<SavedView> all = FXCollections.observableArrayList();

  @Override
  public ObservableList<SavedView> all() {
    return all;
  }

  @Override
  public SavedView add(String name, DialogQuery query) {
    return save(new SavedView("view-" + all.size(), name, query));
  }

  @Override
  public SavedView save(SavedView view) {
    delete(view);
    all.add(view);
    return view;
  }

  @Override
  public void delete(SavedView view) {
    all.removeIf(each -> each.id().equals(view.id()));
  }
}
