package app.recado.client.cache;

import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command of the agent and what is known of it.
 *
 * @param n ascends in the order in which commands were made
 * @param tried whether it was ever part of a request: it may be known to the relay, and its body
 *     must not change any more
 * @param outcome the relay's answer, if there is one
 * @param due when it may leave, by the relay's clock, while it keeps its time; null otherwise
 */
public record OutboxEntry(
    long n,
    Command command,
    OutboxState state,
    boolean tried,
    @Nullable Outcome outcome,
    @Nullable Instant due) {
  /** An entry that waits for no time. */
  public OutboxEntry(
      long n, Command command, OutboxState state, boolean tried, @Nullable Outcome outcome) {
    this(n, command, state, tried, outcome, null);
  }

  public CommandId id() {
    return command.id();
  }

  public @Nullable DialogId dialog() {
    return command.dialog();
  }

  /** The entry in its next state. */
  public OutboxEntry become(OutboxState next, @Nullable Outcome answer) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(state + " cannot become " + next);
    }
    return new OutboxEntry(n, command, next, tried || next == OutboxState.SENDING, answer);
  }

  /** The same entry with another command under the same id. */
  public OutboxEntry with(Command rewritten) {
    return new OutboxEntry(n, rewritten, state, tried, outcome, due);
  }
}
