package app.recado.client.ui.notify;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;

/** The window, as far as notifications care for it. FX thread only. */
public interface Front {
  /** Whether the agent is looking at it: it has the focus. */
  boolean isWatched();

  /** Whether this dialog is the one that is open in it. */
  boolean shows(DialogId dialog);

  /** Brings it to the front. */
  void comeForward();

  /** Brings it to the front at a dialog. */
  void open(DialogId dialog);

  /** Brings it to the front at a message. */
  void open(DialogId dialog, MessageId message);

  /** There is no tray any more: a window that is hidden in it comes back. */
  void trayLost();

  /** Ends the program, unless the agent would rather not. */
  void quit();
}
