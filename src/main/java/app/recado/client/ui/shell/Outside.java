package app.recado.client.ui.shell;

import java.net.URI;

/** What the window asks of the computer around it. */
public interface Outside {
  /** Opens a web page in the person's browser. */
  void browse(URI page);

  /** Puts a text on the clipboard. */
  void copy(String text);

  /** Whether the computer shows a program's menus outside its windows. */
  default boolean hasMenuBar() {
    return false;
  }
}
