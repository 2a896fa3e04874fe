package app.recado.relay.dialog;

import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.relay.account.Caller;
import app.recado.relay.store.Write;
import org.jspecify.annotations.Nullable;

/** Commands that are about no dialog; other rooms carry them out. */
public interface Errands {

  /**
   * Carries a command out as part of a write.
   *
   * @return what became of it; null if it is none of these
   */
  @Nullable Outcome carryOut(Write write, Caller caller, Command command, Intent intent);
}
