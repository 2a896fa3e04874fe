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

  /** Tries them in turn. */
  static Errands either(Errands... errands) {
    return (write, caller, command, intent) -> {
      for (Errands each : errands) {
        Outcome outcome = each.carryOut(write, caller, command, intent);
        if (outcome != null) {
          return outcome;
        }
      }
      return null;
    };
  }
}
