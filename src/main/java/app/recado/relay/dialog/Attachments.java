package app.recado.relay.dialog;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserId;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Optional;

/** Where the files of messages come from; the room of files has them. */
public interface Attachments {

  /**
   * Gives an agent's uploads to a message.
   *
   * @return what the message shows of them, in the order asked for; empty if one of them is not
   *     wholly here, not this agent's, or another message's, also of one that waits for its time;
   *     what the agent's drafts have may be taken
   */
  Optional<List<Attachment>> take(
      Write write, UserId agent, DialogId dialog, MessageId message, List<String> files);

  /** Likewise the uploads of the customer of that dialog. */
  Optional<List<Attachment>> takeOfCustomer(
      Write write, DialogId dialog, MessageId message, List<String> files);

  /**
   * Gives an agent's uploads to something that is no message yet, exactly these; what it had
   * besides waits for a message again.
   *
   * @return as {@link #take}
   */
  Optional<List<Attachment>> keep(Write write, UserId agent, Keeper keeper, List<String> files);

  /**
   * Whatever has files there has them no more: they wait for a message again, those of a canned
   * response for it alone.
   */
  void release(Write write, Keeper keeper);

  /** Takes the files of a deleted message away; their bytes follow soon. */
  void drop(Write write, MessageId message);
}
