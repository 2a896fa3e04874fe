package app.recado.relay.dialog;

import app.recado.protocol.MessageId;

/**
 * What has an upload before a message does. It waits there without end, and no message takes it but
 * those that come from there.
 *
 * @param key as the files know it
 */
public record Keeper(String key) {

  /** A message that waits for its time. */
  public static Keeper scheduled(MessageId message) {
    return new Keeper("scheduled:" + message);
  }
}
