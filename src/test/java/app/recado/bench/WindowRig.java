package app.recado.bench;

import app.recado.DeskMain;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;

/** The desk's own window in this process; once per process. */
final class WindowRig {
  private WindowRig() {}

  /** Opens the desk on a profile and returns when a list is filled. */
  static void open(Path profile) throws Exception {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            DeskMain.open(profile, "", null);
          } catch (Exception e) {
            e.printStackTrace();
          }
        });
    Screen.await("the desk's window", () -> !Screen.shown(ListView.class, list -> true).isEmpty());
    // without a display nothing gives the window its focus
    Screen.get(() -> {
      Screen.scene().getWindow().requestFocus();
      return true;
    });
  }

  /** Chooses a tab of the inbox by its place, and then a dialog by its place in the list. */
  static void choose(int tab, int row) throws Exception {
    Screen.get(() -> {
      ObservableList<Node> buttons =
          ((Parent) Screen.scene().lookup(".inbox-tabs")).getChildrenUnmodifiable();
      ((Button) buttons.get(tab)).fire();
      return true;
    });
    Screen.await("rows in the list", () -> list().getItems().size() > row);
    Screen.get(() -> {
      list().getSelectionModel().clearSelection();
      list().getSelectionModel().select(row);
      return true;
    });
  }

  private static ListView<?> list() {
    List<ListView> lists =
        Screen.shown(ListView.class, list -> list.getStyleClass().contains("dialog-list"));
    return lists.getFirst();
  }
}
