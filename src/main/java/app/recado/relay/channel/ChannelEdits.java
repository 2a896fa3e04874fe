package app.recado.relay.channel;

import app.recado.protocol.Intent;
import app.recado.protocol.UserId;
import app.recado.relay.store.Write;

/**
 * Changing channels, within a command's transaction. Each writes one audit row if it changes
 * anything, and throws {@link app.recado.relay.refusal.Refusal} with the field before it has
 * written anything.
 */
public interface ChannelEdits {

  void add(Write write, UserId actor, Intent.AddChannel add);

  void save(Write write, UserId actor, Intent.SaveChannel save);

  void setQueue(Write write, UserId actor, Intent.SetQueue set);
}
