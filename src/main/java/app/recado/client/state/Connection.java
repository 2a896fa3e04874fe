package app.recado.client.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the desk stands with the relay.
 *
 * @param queued how many things the agent did wait to be sent
 * @param since since when it is so
 * @param progress 0 to 1 during the first sync or a long catch-up; null otherwise
 */
public record Connection(Status status, int queued, Instant since, @Nullable Double progress) {
  /**
   * {@code OFFLINE}: by itself; {@code OFFLINE_BY_HAND}: "Work offline"; {@code SIGN_IN_NEEDED}:
   * the token is dead.
   */
  public enum Status {
    CONNECTING,
    ONLINE,
    OFFLINE,
    OFFLINE_BY_HAND,
    SIGN_IN_NEEDED
  }

  public boolean isOnline() {
    return status == Status.ONLINE;
  }
}
