package app.recado.relay.account;

import app.recado.protocol.UserId;
import app.recado.relay.store.Write;

/** Told, within the transaction, that somebody can now be given dialogs or no longer. */
public interface PresenceListener {
  void availabilityChanged(Write write, Person before, Person after);

  /** Somebody has lost access for good, and is offline already. */
  void disabled(Write write, UserId user);
}
