package app.recado.client.state;

import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A window onto one dialog's timeline, oldest first. FX thread only. Entries are replaced by
 * minimal edits, never wholesale.
 */
public interface Timeline extends AutoCloseable {
  ObservableList<TimelineEntry> entries();

  /** Whether the window reaches the newest message. */
  ReadOnlyBooleanProperty atEnd();

  /** Whether older entries exist above the window. */
  ReadOnlyBooleanProperty hasOlder();

  /** Whether the first rows have come. */
  ReadOnlyBooleanProperty ready();

  /**
   * Extends the window by a page; comes back at once, the rows come when read (from the cache, then
   * the relay).
   */
  void loadOlder();

  void loadNewer();

  /**
   * Moves the window so that it holds the message with some around it; {@code whenShown} gets its
   * index or -1.
   */
  void jumpTo(MessageId message, IntConsumer whenShown);

  /**
   * Moves the window to the first message that is not older than this. What is not on this computer
   * is asked of the relay, and what comes moves the window once more; {@code whenShown} gets the
   * index each time, or -1 if all messages are older.
   */
  void jumpTo(Instant moment, IntConsumer whenShown);

  void jumpToEnd();

  /** Loads what a hole stands for, from the relay. */
  void fill(TimelineEntry.Hole hole);

  /** The index of the first unread message when the dialog was opened; null if all was read. */
  @Nullable Integer firstUnread();

  @Override
  void close();
}
