package app.recado.client.sync;

import app.recado.client.state.Mention;
import app.recado.protocol.MessageId;
import java.util.List;
import javafx.collections.ObservableList;

/** Messages that name me. FX thread, as {@link Desk}. */
public interface DeskMentions {

  /** Newest first. */
  ObservableList<Mention> all();

  /** Says that I have looked at them; on all my devices. */
  void read(List<MessageId> messages);
}
