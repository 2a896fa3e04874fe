package app.recado.relay.dialog;

import app.recado.protocol.Command;
import app.recado.protocol.Outcome;
import app.recado.relay.account.Caller;
import java.util.List;

/** What agents do. */
public interface Commands {
  /**
   * Applies commands in order, each committed alone, and returns once all are on disk. A repeated
   * id with the same body returns its first outcome.
   *
   * @throws app.recado.relay.refusal.Refusal 409 {@code id_reused} with {@code details.id}, nothing
   *     of the batch applied; 400 for a malformed item
   */
  List<Outcome> apply(Caller caller, List<Command> commands);
}
