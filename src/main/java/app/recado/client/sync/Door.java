package app.recado.client.sync;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way into one profile: opens the desk that was left signed in, or signs in. Methods are called
 * on the FX thread, return at once and answer on it. One desk is open at a time; whoever gets it
 * closes it.
 */
public interface Door {
  /**
   * Opens the desk as it was left, with or without a network; answers null when nobody is signed
   * in.
   */
  void resume(Consumer<@Nullable Desk> answer);

  /**
   * Signs in. What the same person had queued in this profile is kept.
   *
   * @param relay the address as typed; {@code https://} is assumed where no scheme is given
   */
  void signIn(String relay, String email, String password, Consumer<Entry> answer);

  /** What to offer in the fields. */
  Remembered remembered();

  /** Whom this profile belonged to last; empty texts where nothing is known. */
  record Remembered(String relay, String email) {}

  /** How signing in ended. */
  sealed interface Entry {
    record Opened(Desk desk) implements Entry {}

    /**
     * @param retryAfter how long the relay asks to wait; null unless it does
     */
    record Refused(Refusal reason, @Nullable Duration retryAfter) implements Entry {}
  }

  /** Why nobody got in. */
  enum Refusal {
    /** Nothing answers at the address. */
    UNREACHABLE,
    /** What was typed cannot be an address. */
    NO_ADDRESS,
    /** Something answers that is not a relay. */
    NO_RELAY,
    WRONG_PASSWORD,
    /** Too many failures; see {@code retryAfter}. */
    SLOWED,
    /** The profile holds what another person has not sent yet. */
    ANOTHER_PERSON,
    RELAY_FAULT
  }
}
