package app.recado.client.ui.shell;

import app.recado.client.platform.FileSaving;
import app.recado.client.ui.settings.Computer;
import app.recado.client.ui.spelling.SpellChecker;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;

/** What the window asks of the computer around it. */
public interface Outside {
  /** Opens a web page in the person's browser. */
  void browse(URI page);

  /** Puts a text on the clipboard. */
  void copy(String text);

  /**
   * Lets the agent choose where a file goes, and writes it there; nothing more happens if none is
   * chosen.
   *
   * @param name what to propose
   * @param content makes it; called off the FX thread
   * @param chosen called on the FX thread when a place was chosen; who watches is asked on the
   *     writing thread
   * @param done hears on the FX thread how it ended
   */
  void save(
      String name,
      FileSaving.Content content,
      Supplier<FileSaving.Watcher> chosen,
      Consumer<FileSaving.Ending> done);

  /** What is known of the computer. */
  Computer computer();

  /** Looks up whether a word is one. */
  default SpellChecker spellChecker() {
    return SpellChecker.NONE;
  }

  /** Gives a window's scene the desk's colours and letters, now and after each change. */
  default void dress(Scene scene) {}

  /** A dressed scene is no longer shown. */
  default void undress(Scene scene) {}

  /** Ends the program, unless the agent would rather not. */
  void quit();

  /** Whether the computer shows a program's menus outside its windows. */
  default boolean hasMenuBar() {
    return false;
  }
}
