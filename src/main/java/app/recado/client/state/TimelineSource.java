package app.recado.client.state;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a timeline's rows come from. Called on the FX thread; answers on it, later. */
public interface TimelineSource {
  /** Reads from the cache. */
  void read(DialogId dialog, Ask ask, Consumer<Slice> answer);

  /**
   * Fetches messages before a position from the relay into the cache; {@code done} says whether any
   * came.
   */
  void fetch(DialogId dialog, long before, int limit, Consumer<Boolean> done);

  /** What part of a timeline is wanted. */
  sealed interface Ask {
    /**
     * What was last unread and some around it, or the end. {@code firstUnread}: to be found out.
     */
    record Opening(int limit) implements Ask {}

    /** The end. */
    record End(int limit, @Nullable Long unreadAfter) implements Ask {}

    /** All from one position to another (inclusive); {@code Long.MAX_VALUE}: to the end. */
    record Range(long from, long to, @Nullable Long unreadAfter) implements Ask {}

    /** A range extended by some cached rows above or below it. */
    record Extended(long from, long to, int above, int below, @Nullable Long unreadAfter)
        implements Ask {}

    /** Some around the first message that is not older than this; the end if all are. */
    record Since(Instant moment, int limit, @Nullable Long unreadAfter) implements Ask {}

    /** Some around a message. */
    record Around(MessageId message, int limit, @Nullable Long unreadAfter) implements Ask {}
  }

  /**
   * Part of a timeline.
   *
   * @param from the lowest position in it
   * @param to the highest; {@code Long.MAX_VALUE} at the end
   * @param older whether the dialog has older messages, cached or not
   * @param olderCached whether the next older one is cached
   * @param unreadAfter the unread mark stands after this position; null for none
   * @param found the message that was asked for is in it
   */
  record Slice(
      List<TimelineEntry> entries,
      long from,
      long to,
      boolean older,
      boolean olderCached,
      @Nullable Long unreadAfter,
      boolean found) {}
}
