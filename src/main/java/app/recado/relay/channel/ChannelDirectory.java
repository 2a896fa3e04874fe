package app.recado.relay.channel;

import app.recado.protocol.ChannelId;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.Optional;

/** Channels, for the relay's other rooms, within their transactions. */
public interface ChannelDirectory {

  Optional<Channel> find(Tx tx, ChannelId id);

  /** A channel that a row names; there always is one. */
  Channel get(Tx tx, ChannelId id);

  Optional<Channel> byKey(Tx tx, String key);

  /** When an agent of the queue was last given a dialog in it, as a running number; 0 for never. */
  long lastAssigned(Tx tx, ChannelId channel, UserId user);

  void assigned(Write write, ChannelId channel, UserId user);

  /** Takes a person out of every queue. */
  void withdraw(Write write, UserId user);
}
