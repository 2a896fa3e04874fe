package app.recado.relay.dialog;

import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessagePage;
import app.recado.relay.account.Caller;
import org.jspecify.annotations.Nullable;

/** Reading beyond the stream. 404 for a dialog that the caller may not see. */
public interface History {
  /** The dialog as it is now, with the number of the last change to it. */
  Change.Put dialog(Caller caller, DialogId dialog);

  /** The customer of that dialog, likewise. */
  Change.Put customer(Caller caller, DialogId dialog);

  /** Whether the caller may see the dialog. */
  boolean sees(Caller caller, DialogId dialog);

  /** Messages before a position (null: from the end), newest first; limit 1 to 200. */
  MessagePage messages(Caller caller, DialogId dialog, @Nullable Long before, int limit);

  /**
   * Messages that contain every word of the query (accents and case folded, each word as a prefix),
   * newest first, from the dialogs the caller may see; {@code before} is the id of the last message
   * of the page before; limit 1 to 100.
   */
  MessagePage search(Caller caller, String query, @Nullable String before, int limit);
}
