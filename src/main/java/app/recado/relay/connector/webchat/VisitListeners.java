package app.recado.relay.connector.webchat;

import app.recado.relay.store.Feed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls those visitors whose dialog a commit touched. */
final class VisitListeners {

  private final Feed feed;
  private final Map<String, List<Runnable>> byDialog = new ConcurrentHashMap<>();
  private long seen;

  VisitListeners(Feed feed) {
    this.feed = feed;
    this.seen = feed.head();
    @SuppressWarnings("unused") // listens as long as the node lives
    AutoCloseable subscription = feed.onCommit(this::committed);
  }

  private synchronized void committed() {
    long head = feed.head();
    if (!byDialog.isEmpty()) {
      feed.dialogsChangedSince(seen)
          .forEach(dialog -> byDialog.getOrDefault(dialog, List.of()).forEach(Runnable::run));
    }
    seen = head;
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
