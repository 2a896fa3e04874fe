package app.recado.client.sync;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent marks dialogs with. FX thread, as all of {@link Desk}. */
public interface DeskMarks {
  /** The tags that dialogs here have, the most used first; each in one spelling. */
  List<String> knownTags();

  /** Puts tags on a dialog and takes others off; see {@link app.recado.protocol.Tags}. */
  void tag(DialogId dialog, Collection<String> add, Collection<String> remove);

  /**
   * Goes on with a message of the relay's in a conversation of its own; the one that is open ends
   * without a word to the customer.
   */
  void moveToNew(DialogId dialog, MessageId message);

  /**
   * Lets what the customer wrote count as unread again; announces nothing.
   *
   * @param position the first message that is unread then; null for the customer's newest
   */
  void unread(DialogId dialog, @Nullable Long position);

  /** Lets nothing of it be announced to me, on any of my devices, but that somebody names me. */
  void mute(DialogId dialog, boolean muted);

  /** Lets what the customer writes there be announced to me although it is not mine. */
  void follow(DialogId dialog, boolean followed);

  void prioritize(DialogId dialog, Priority priority);

  /**
   * Lets it sleep until then, or until the customer writes.
   *
   * @param until by the relay's clock; null wakes it
   */
  void snooze(DialogId dialog, @Nullable Instant until);
}
