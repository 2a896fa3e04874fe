package app.recado.relay.account;

import app.recado.protocol.Intent;
import app.recado.protocol.UserId;
import app.recado.relay.store.Write;

/**
 * Changing people, within a command's transaction. Each writes one audit row if it changes
 * anything, and throws {@link app.recado.relay.refusal.Refusal} with the field before it has
 * written anything.
 */
public interface PeopleEdits {

  void save(Write write, UserId actor, Intent.SaveUser save);

  /** Revokes the devices, gives back what the person had, and takes the person out of queues. */
  void disable(Write write, UserId actor, UserId user);

  void enable(Write write, UserId actor, UserId user);
}
