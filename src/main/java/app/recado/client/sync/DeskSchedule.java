package app.recado.client.sync;

import app.recado.client.state.SentBefore;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Messages that the relay sends when their time comes, also while no desk is on. FX thread, as
 * {@link Desk}. What waits stands in the timeline; one that was held when its time came becomes a
 * card.
 */
public interface DeskSchedule {

  /** Hands the text of the reply draft over, to be sent then; clears the draft. */
  void send(DialogId dialog, String text, @Nullable MessageId quote, Instant at);

  /** Does not wait any longer. One that was sent already is told of as {@link #sentBefore}. */
  void sendNow(DialogId dialog, MessageId message);

  /**
   * The last message that was to be sent now and had been sent already; null until there was one.
   */
  ObservableValue<@Nullable SentBefore> sentBefore();

  /**
   * Calls one back into the reply draft, above what has been written since.
   *
   * @return whether it was still waiting, as far as is known here
   */
  boolean callBack(DialogId dialog, MessageId message);

  /** Calls one back for good. */
  void discard(DialogId dialog, MessageId message);
}
