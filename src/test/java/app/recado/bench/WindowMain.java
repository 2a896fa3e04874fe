package app.recado.bench;

import app.recado.DeskMain;
import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;

/**
 * A window in a process of its own: {@code desk FOLDER}, the desk on a profile, or {@code empty},
 * two empty lists in a window as large in the same theme. Prints {@code usable} once its lists can
 * be used, and goes when its standard input ends.
 */
final class WindowMain {
  private WindowMain() {}

  public static void main(String[] args) throws Exception {
    boolean desk = args[0].equals("desk");
    Thread.ofPlatform().daemon().start(() -> watch(desk));
    if (desk) {
      DeskMain.open(Path.of(args[1]), "", null);
    } else {
      Application.launch(Empty.class);
    }
    System.exit(0);
  }

  private static void watch(boolean desk) {
    try {
      Screen.await(
          "a usable list",
          () ->
              desk
                  ? isFilled()
                  : !Screen.shown(ListView.class, list -> list.getWidth() > 0).isEmpty());
      Screen.frame();
      // the next one is laid out when the one before was painted
      Screen.frame();
      System.out.println("usable");
      while (System.in.read() >= 0) {
        // until the bench closes the pipe
      }
      Platform.exit();
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Rows with something in them stand in a list. */
  static boolean isFilled() {
    return Screen.shown(ListCell.class, cell -> !cell.isEmpty() && cell.getHeight() > 0).size()
        >= 5;
  }

  /** What any JavaFX program has to pay. */
  public static final class Empty extends Application {
    @Override
    public void start(Stage stage) {
      Scene scene = new Scene(new SplitPane(new ListView<String>(), new ListView<String>()));
      new Theme(Appearance.LIGHT).dress(scene);
      stage.setWidth(1440);
      stage.setHeight(900);
      stage.setScene(scene);
      stage.show();
    }
  }
}
