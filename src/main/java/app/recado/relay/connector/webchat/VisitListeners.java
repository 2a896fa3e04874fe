package app.recado.relay.connector.webchat;

import app.recado.relay.store.Feed;
import app.recado.relay.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls those visitors whose dialog a commit touched. Which those are is read from the database,
 * and not on the thread that commits: it is everybody's.
 */
final class VisitListeners {
  private static final Logger LOG = LoggerFactory.getLogger(VisitListeners.class);

  private final Feed feed;
  private final Executor reader;
  private final AtomicBoolean due = new AtomicBoolean();
  private final Map<String, List<Runnable>> byDialog = new ConcurrentHashMap<>();
  private long seen;

  VisitListeners(Feed feed, Executor reader) {
    this.feed = feed;
    this.reader = reader;
    this.seen = feed.head();
    @SuppressWarnings("unused") // listens as long as the node lives
    AutoCloseable subscription = feed.onCommit(this::committed);
  }

  private void committed() {
    if (!due.getAndSet(true)) {
      reader.execute(this::look);
    }
  }

  private synchronized void look() {
    due.set(false);
    long head = feed.head();
    try {
      if (!byDialog.isEmpty()) {
        feed.dialogsChangedSince(seen)
            .forEach(dialog -> byDialog.getOrDefault(dialog, List.of()).forEach(Runnable::run));
      }
      seen = head;
    } catch (StoreException unreachable) {
      // the next commit looks from the same place
      LOG.warn("Visitors were not told of a change", unreachable);
    }
  }

  AutoCloseable add(String dialog, Runnable listener) {
    byDialog.compute(
        dialog,
        (key, listeners) -> {
          List<Runnable> all = listeners == null ? new CopyOnWriteArrayList<>() : listeners;
          all.add(listener);
          return all;
        });
    return () ->
        byDialog.computeIfPresent(
            dialog,
            (key, listeners) -> {
              listeners.remove(listener);
              return listeners.isEmpty() ? null : listeners;
            });
  }
}
