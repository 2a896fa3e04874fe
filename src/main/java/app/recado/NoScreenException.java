package app.recado;

import java.io.IOException;

/** There is no screen on which the toolkit could open a window. */
public final class NoScreenException extends IOException {
  private static final long serialVersionUID = 1;

  NoScreenException(UnsupportedOperationException cause) {
    super("there is no screen to open a window on", cause);
  }
}
