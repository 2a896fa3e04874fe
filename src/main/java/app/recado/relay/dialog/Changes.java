package app.recado.relay.dialog;

import app.recado.protocol.SyncPage;
import app.recado.relay.account.Caller;
import org.jspecify.annotations.Nullable;

/** What each caller has to know. */
public interface Changes {

  /**
   * The next changes visible to the caller, ascending.
   *
   * @param cursor where the caller is; null for first contact
   * @param limit 1 to 1,000 changes
   * @throws app.recado.relay.refusal.Refusal 410 {@code cursor_too_old}; 400 for one that was never
   *     given out
   */
  SyncPage page(Caller caller, @Nullable String cursor, int limit);

  /**
   * As {@link #page}, already written as JSON: what {@code GET /v1/sync} answers. Served from
   * memory when the caller is not far behind.
   */
  Batch read(Caller caller, @Nullable String cursor, int limit);

  /**
   * Follows the log for one open stream. Cheap to keep and to ask: between commits it costs one
   * comparison, after a commit the log is read once for all followers of this node and each filters
   * in memory.
   *
   * @throws app.recado.relay.refusal.Refusal as {@link #page}
   */
  Follower follow(Caller caller, String cursor);

  /**
   * Calls back after every commit that made changes (here or, woken up or polled, on another node),
   * on any thread. What was committed can then be read by {@link #read} and by followers. The
   * listener must return quickly: it is called by the thread that commits.
   */
  AutoCloseable onCommit(Runnable listener);

  /**
   * A page as it goes over the wire.
   *
   * @param json the UTF-8 JSON of a {@link SyncPage}; the data of an SSE {@code changes} event as
   *     well
   * @param cursor the cursor within it; the {@code id} of the event
   * @param count how many changes are in it
   * @param more whether another is ready now
   */
  record Batch(byte[] json, String cursor, int count, boolean more) {}

  /** A caller's place in the log, which moves on as it is read. Not thread-safe. */
  interface Follower {

    /**
     * The next changes, at most {@code limit}; null when there is nothing new to tell this caller
     * (its place may still have moved past what others see).
     */
    @Nullable Batch next(int limit);

    /** Where it is now: what a heartbeat may carry as {@code id}. */
    String cursor();
  }
}
