package app.recado.client.ui.shell;

import app.recado.client.ui.settings.Computer;
import java.net.URI;

/** What the window asks of the computer around it. */
public interface Outside {
  /** Opens a web page in the person's browser. */
  void browse(URI page);

  /** Puts a text on the clipboard. */
  void copy(String text);

  /** What is known of the computer. */
  Computer computer();

  /** Ends the program, unless the agent would rather not. */
  void quit();

  /** Whether the computer shows a program's menus outside its windows. */
  default boolean hasMenuBar() {
    return false;
  }
}
