package app.recado.relay.channel;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.QueueMode;
import java.util.List;
import java.util.Optional;

/** The channels of the workspace. */
public interface Channels {
  /**
   * Adds a channel with the website connector switched on and no automatic texts; agents by e-mail,
   * in queue order.
   */
  ChannelRow add(String name, QueueMode mode, List<String> agentEmails);

  /** Stores what an administrator set; 422 names the field. */
  ChannelRow update(String key, ChannelSettings settings);

  ChannelSettings settings(String key);

  List<ChannelRow> all();

  Optional<ChannelRow> byKey(String key);
}
