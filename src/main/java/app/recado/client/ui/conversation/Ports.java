package app.recado.client.ui.conversation;

import app.recado.client.platform.FileSaving;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the conversation asks of the areas beside it; the shell connects them. */
public interface Ports {
  /** Lets the agent choose to whom the dialog goes. */
  void chooseTransfer(DialogId dialog);

  /** Lets the agent choose whom to invite. */
  void chooseInvite(DialogId dialog);

  /** Lets the agent choose the dialog's tags. */
  void chooseTags(DialogId dialog);

  /** Lets the agent choose how pressing it is. */
  void choosePriority(DialogId dialog);

  /** Lets the agent choose until when it sleeps. */
  void chooseSnooze(DialogId dialog);

  /** Makes the next reply refer to a message. */
  void quote(TimelineEntry.Message message);

  /** Puts an own message into the composer to be changed. */
  void edit(TimelineEntry.Message message);

  /** Lets what a message says be kept as a canned response. */
  void keep(TimelineEntry.Message message);

  /**
   * Brings a message that has not left back to where it was written.
   *
   * @param message null for the dialog's last one
   */
  void takeBack(DialogId dialog, @Nullable CommandId message);

  /** Brings a scheduled message back to where it was written. */
  void callBack(DialogId dialog, MessageId message);

  /** Puts the focus where one writes. */
  void write();

  /** Opens the reply field of a dialog that has ended. */
  void reopen(DialogId dialog);

  /** Gives a dialog a window of its own. */
  void openWindow(DialogId dialog);

  /** Opens a web page outside. */
  void browse(URI page);

  /**
   * Lets the agent choose where a file goes, and writes it there; shows how far it is.
   *
   * @param name what to propose
   * @param content makes it; called off the FX thread
   */
  void save(String name, FileSaving.Content content);

  /** Puts a text on the clipboard. */
  void copy(String text);
}
