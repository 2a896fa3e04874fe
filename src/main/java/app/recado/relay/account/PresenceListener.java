package app.recado.relay.account;

import app.recado.relay.store.Write;

/** Told, within the transaction, that somebody can now be given dialogs or no longer. */
public interface PresenceListener {
  void availabilityChanged(Write write, Person before, Person after);
}
