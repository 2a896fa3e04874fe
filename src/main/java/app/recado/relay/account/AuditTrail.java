package app.recado.relay.account;

import app.recado.protocol.UserId;
import app.recado.relay.store.Write;
import org.jspecify.annotations.Nullable;

/** Writes down every privileged act, in the transaction that does it. */
public interface AuditTrail {

  /**
   * @param actor who did it; null for the administrator at the machine itself
   * @param action in {@code snake_case}
   * @param target the id of what it was done to
   * @param details what else is worth knowing, in plain words; may be empty
   */
  void record(Write write, @Nullable UserId actor, String action, String target, String details);
}
