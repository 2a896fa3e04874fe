package app.recado.relay.dialog;

import app.recado.protocol.SyncPage;
import app.recado.relay.account.Caller;
import app.recado.relay.store.Feed;
import org.jspecify.annotations.Nullable;

/** The feed, for callers. */
final class ChangesService implements Changes {

  private final Feed feed;

  ChangesService(Feed feed) {
    this.feed = feed;
  }

  @Override
  public SyncPage page(Caller caller, @Nullable String cursor, int limit) {
    return feed.page(caller.user(), cursor, limit);
  }

  @Override
  public Batch read(Caller caller, @Nullable String cursor, int limit) {
    return batch(feed.read(caller.user(), cursor, limit));
  }

  @Override
  public Follower follow(Caller caller, String cursor) {
    Feed.Following following = feed.follow(caller.user(), cursor);
    return new Follower() {
      @Override
      public @Nullable Batch next(int limit) {
        Feed.Page page = following.next(limit);
        return page == null ? null : batch(page);
      }

      @Override
      public String cursor() {
        return following.cursor();
      }
    };
  }

  private static Batch batch(Feed.Page page) {
    return new Batch(page.json(), page.cursor(), page.count(), page.more());
  }

  @Override
  public AutoCloseable onCommit(Runnable listener) {
    return feed.onCommit(listener);
  }
}
