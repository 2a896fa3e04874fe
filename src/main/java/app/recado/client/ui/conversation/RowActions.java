package app.recado.client.ui.conversation;

import app.recado.client.state.HeldItem;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserRow;
import java.nio.file.Path;
import javafx.geometry.Bounds;

/** What the rows of the timeline ask for. */
interface RowActions {
  /**
   * Opens the menu of a message.
   *
   * @param seen what it leaves free, in the scene
   */
  void menu(TimelineEntry.Message message, Bounds seen);

  void jumpTo(MessageId message);

  /**
   * Shows what can be done about somebody who is named.
   *
   * @param seen what it leaves free, in the scene
   */
  void person(UserRow person, Bounds seen);

  void fill(TimelineEntry.Hole hole);

  void retry(TimelineEntry.Message message);

  /** Brings a message that has not left back to where it was written. */
  void takeBack(TimelineEntry.Message message);

  /** Lets a message go that still keeps its time. */
  void sendNow(TimelineEntry.Message message);

  /** Brings a scheduled message back to where it was written. */
  void callBack(TimelineEntry.Scheduled message);

  /** Sends a scheduled message instead of at its time. */
  void sendNow(TimelineEntry.Scheduled message);

  /** Calls a scheduled message back for good. */
  void discard(TimelineEntry.Scheduled message);

  void resolve(HeldItem held, HeldItem.Choice choice);

  /** Shows a picture in full. */
  void view(Attachment picture, Path place);

  /** A text selection begins; the one before goes. */
  void selecting(MessageText text);
}
