package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much is unread after marks that the relay has not confirmed: counted in the cache by the
 * engine, read by any thread.
 */
final class ReadMarks {
  private final Cache cache;
  private final Map<DialogId, Integer> unread = new ConcurrentHashMap<>();

  ReadMarks(Cache cache) {
    this.cache = cache;
  }

  /** Counts anew after the entries or the messages of a dialog changed. Engine thread. */
  void look(DialogId dialog, List<OutboxEntry> entries) {
    Long mark = mark(entries);
    if (mark == null) {
      unread.remove(dialog);
      return;
    }
    try {
      unread.put(dialog, cache.messages.countOfCustomerAfter(dialog, mark));
    } catch (CacheException unreadable) {
      // The relay's own count is shown then.
      unread.remove(dialog);
    }
  }

  private static @Nullable Long mark(List<OutboxEntry> entries) {
    Long mark = null;
    for (OutboxEntry entry : entries) {
      if (entry.state().isPending()
          && entry.command().intent() instanceof Intent.MarkRead read
          && (mark == null || read.position() > mark)) {
        mark = read.position();
      }
    }
    return mark;
  }

  /** What is unread after the agent's own mark; empty if the relay's count is the one to show. */
  OptionalInt unread(DialogId dialog) {
    Integer count = unread.get(dialog);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }
}
