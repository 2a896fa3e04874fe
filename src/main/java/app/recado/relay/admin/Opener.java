package app.recado.relay.admin;

import app.recado.relay.Relay;
import app.recado.relay.RelayOptions;

/** Opens a relay over its data; the caller closes it. */
@FunctionalInterface
public interface Opener {
  /**
   * @param serving whether this is the relay that serves, not a program beside it
   */
  Relay open(RelayOptions options, boolean serving);
}
