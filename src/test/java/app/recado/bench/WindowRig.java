package app.recado.bench;

import app.recado.DeskMain;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

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

  /** Chooses a tab of the inbox by its place, and a dialog in its list by keyboard. */
  static void choose(int tab, int row) throws Exception {
    Screen.get(() -> {
      ObservableList<Node> buttons =
          ((Parent) Screen.scene().lookup(".inbox-tabs")).getChildrenUnmodifiable();
      ((Button) buttons.get(tab)).fire();
      return true;
    });
    Screen.await("rows in the list", () -> list().getItems().size() > row);
    Screen.get(() -> {
      for (int i = 0; i <= row; i++) {
        list().fireEvent(down());
      }
      return true;
    });
  }

  private static KeyEvent down() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false);
  }

  private static ListView<?> list() {
    List<ListView> lists =
        Screen.shown(ListView.class, list -> list.getStyleClass().contains("dialog-list"));
    return lists.getFirst();
  }
}
