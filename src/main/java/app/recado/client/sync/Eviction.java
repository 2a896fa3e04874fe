package app.recado.client.sync;

import app.recado.client.cache.Cache;
import app.recado.client.cache.CacheException;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cache within its budget: of conversations that ended, the longest untouched first, all
 * but the latest messages become holes that load again when they are wanted. Drafts and the outbox
 * lie in another file.
 */
final class Eviction {
  /** Messages; about 600 bytes each with their words. */
  static final long BUDGET = 3_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Eviction.class);

  /** As many as a first contact brings. */
  private static final int KEPT = 50;

  private final Cache cache;
  private final long budget;

  Eviction(Cache cache, long budget) {
    this.cache = cache;
    this.budget = budget;
  }

  /** Makes room if there is too much; returns the dialogs that lost messages. */
  Set<DialogId> run(Collection<DialogRow> dialogs) {
    Set<DialogId> trimmed = new HashSet<>();
    try {
      long excess = cache.messages.count() - budget;
      if (excess > 0) {
        trim(dialogs, excess, trimmed);
      }
    } catch (CacheException problem) {
      // Room can be made the next time; what is damaged shows where it is needed.
      LOG.warn("No room could be made", problem);
    }
    return trimmed;
  }

  private void trim(Collection<DialogRow> dialogs, long excess, Set<DialogId> trimmed) {
    List<DialogRow> ended =
        dialogs.stream()
            .filter(row -> !row.session().status().isOpen() && row.lastPosition() > KEPT)
            .sorted(Comparator.comparing(DialogRow::updatedAt))
            .toList();
    long left = excess;
    for (DialogRow row : ended) {
      if (left <= 0) {
        return;
      }
      int removed = cache.messages.removeBelow(row.id(), row.lastPosition() - KEPT + 1);
      left -= removed;
      if (removed > 0) {
        trimmed.add(row.id());
      }
    }
  }
}
