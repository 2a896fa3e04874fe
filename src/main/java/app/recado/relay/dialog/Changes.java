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
   * @throws app.recado.relay.Refusal 410 {@code cursor_too_old}; 400 for one that was never given
   *     out
   */
  SyncPage page(Caller caller, @Nullable String cursor, int limit);

  /**
   * Calls back after every commit that made changes (here or, woken up or polled, on another node),
   * on any thread.
   */
  AutoCloseable onCommit(Runnable listener);
}
