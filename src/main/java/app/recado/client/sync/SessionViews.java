package app.recado.client.sync;

import app.recado.client.cache.SettingTable;
import app.recado.client.state.DialogQuery;
import app.recado.client.state.SavedView;
import app.recado.protocol.Ids;
import app.recado.protocol.Json;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The saved views of a session: a setting each, so that one that cannot be read costs no other. */
final class SessionViews implements DeskViews {
  private static final Logger LOG = LoggerFactory.getLogger(SessionViews.class);
  private static final String SETTING = "view.";
  private static final Comparator<SavedView> BY_NAME =
      Comparator.comparing((SavedView view) -> Folding.fold(view.name()))
          .thenComparing(SavedView::id);

  private final Executor fx;
  private final Ids ids;
  private final Consumer<Consumer<DeskEngine>> engine;
  private final ObservableList<SavedView> views = FXCollections.observableArrayList();
  private final ObservableList<SavedView> shown = FXCollections.unmodifiableObservableList(views);

  /**
   * @param engine runs something on the engine's thread once its files are read
   */
  SessionViews(Executor fx, Ids ids, Consumer<Consumer<DeskEngine>> engine) {
    this.fx = fx;
    this.ids = ids;
    this.engine = engine;
  }

  /** Engine thread. */
  void load(SettingTable settings) {
    List<SavedView> read = new ArrayList<>();
    settings
        .below(SETTING)
        .forEach((id, value) -> {
          try {
            read.add(Json.read(value, SavedView.class));
          } catch (JsonParseException unreadable) {
            LOG.warn("the saved view {} cannot be read", id, unreadable);
          }
        });
    fx.execute(() -> {
      for (SavedView view : read) {
        if (views.stream().noneMatch(each -> each.id().equals(view.id()))) {
          put(view);
        }
      }
    });
  }

  @Override
  public ObservableList<SavedView> all() {
    return shown;
  }

  @Override
  public SavedView add(String name, DialogQuery query) {
    return save(new SavedView(ids.next(), name, query));
  }

  @Override
  public SavedView save(SavedView view) {
    views.removeIf(each -> each.id().equals(view.id()));
    put(view);
    engine.accept(running -> running.file().settings.set(SETTING + view.id(), Json.write(view)));
    return view;
  }

  @Override
  public void delete(SavedView view) {
    views.removeIf(each -> each.id().equals(view.id()));
    engine.accept(running -> running.file().settings.set(SETTING + view.id(), null));
  }

  private void put(SavedView view) {
    int at = 0;
    while (at < views.size() && BY_NAME.compare(views.get(at), view) < 0) {
      at++;
    }
    views.add(at, view);
  }
}
