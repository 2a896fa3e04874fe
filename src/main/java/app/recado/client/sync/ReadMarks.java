package app.recado.client.sync;

import app.recado.client.cache.CacheException;
import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.ReadingRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How I stand with a dialog after what the relay has not confirmed: what is unread is counted in
 * the cache by the engine, and read by any thread.
 */
final class ReadMarks {
  /**
   * How much is unread, and up to where all is read.
   *
   * @param lastRead below the relay's after something was marked unread
   */
  record Mark(long lastRead, int unread) {}

  /** How many messages of the customer in the cache stand behind a position. */
  interface Count {
    int after(DialogId dialog, long position);
  }

  private final Count count;
  private final Map<DialogId, Mark> marks = new ConcurrentHashMap<>();

  ReadMarks(Count count) {
    this.count = count;
  }

  /**
   * Counts anew after the entries or the messages of a dialog changed. Engine thread.
   *
   * @param truth what the relay says
   */
  void look(DialogId dialog, @Nullable ReadingRow truth, List<OutboxEntry> entries) {
    Mark mark = null;
    try {
      for (OutboxEntry entry : entries) {
        if (entry.state().isPending() && entry.command().isKnown()) {
          mark = after(dialog, mark, truth, entry.command().intent());
        }
      }
    } catch (CacheException unreadable) {
      // The relay's own count is shown then.
      mark = null;
    }
    if (mark == null) {
      marks.remove(dialog);
    } else {
      marks.put(dialog, mark);
    }
  }

  private @Nullable Mark after(
      DialogId dialog, @Nullable Mark mark, @Nullable ReadingRow truth, Intent intent) {
    Mark before = mark != null ? mark : of(truth);
    return switch (intent) {
      case Intent.MarkRead read when read.position() > before.lastRead ->
          new Mark(read.position(), Math.min(before.unread, count.after(dialog, read.position())));
      case Intent.MarkUnread unread -> unreadFrom(dialog, before, unread.position());
      default -> mark;
    };
  }

  private Mark unreadFrom(DialogId dialog, Mark before, @Nullable Long position) {
    if (position != null) {
      return new Mark(position - 1, count.after(dialog, position - 1));
    }
    return before.unread > 0 ? before : new Mark(before.lastRead - 1, 1);
  }

  /** How I stand with a dialog. */
  Mark of(DialogId dialog, @Nullable ReadingRow truth) {
    Mark mark = marks.get(dialog);
    return mark == null ? of(truth) : mark;
  }

  private static Mark of(@Nullable ReadingRow truth) {
    return truth == null ? new Mark(0, 0) : new Mark(truth.lastRead(), truth.unread());
  }
}
