package app.recado.client.sync;

import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelId;
import app.recado.protocol.MessageId;
import java.util.List;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Texts kept to be used again, with and without a network. FX thread, as {@link Desk}. How a save
 * ends is seen in {@link #all} and, if it is held, in {@link Desk#needsAttention}.
 */
public interface DeskCanned {

  /** Those one may use, the changes of one's own that wait laid over them; in no order. */
  ObservableList<CannedRow> all();

  /**
   * What is written of one.
   *
   * @param channel for {@link CannedScope#CHANNEL} alone
   * @param files those it has and those that were {@linkplain DeskFiles#choose chosen} for it
   */
  record Content(
      CannedScope scope,
      @Nullable ChannelId channel,
      String section,
      String title,
      String shortcut,
      String text,
      List<Attachment> files) {}

  /** Keeps a new one. */
  void create(Content content);

  /** Replaces one that is there, for all who see it. */
  void save(CannedId id, Content content);

  /** Keeps what was made from a message; again, it replaces what was made from it before. */
  void saveFrom(MessageId message, Content content);

  /** What I made from a message; null if nothing is left of it. */
  @Nullable CannedRow madeFrom(MessageId message);

  /** Deletes it; it leaves once the time for undo is over. */
  void delete(CannedId id);

  /** Takes a deletion back; false if it is too late. */
  boolean restore(CannedId id);

  /** Counts that it was used. */
  void used(CannedId id);
}
