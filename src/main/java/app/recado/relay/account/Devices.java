package app.recado.relay.account;

import app.recado.protocol.DeviceId;
import app.recado.protocol.UserId;
import app.recado.relay.store.Write;

/** Ends what devices may do. */
final class Devices {

  private Devices() {}

  static void revoke(Write write, UserId user, DeviceId device) {
    endTokens(write, user, device, "revoked");
    write
        .tx()
        .run(
            "UPDATE device SET revoked_at = ? WHERE user_id = ? AND id = ? AND revoked_at IS NULL",
            write.now(),
            user,
            device);
  }

  /**
   * @param how {@code revoked}, {@code signed_out} or {@code replaced}
   */
  static void endTokens(Write write, UserId user, DeviceId device, String how) {
    write
        .tx()
        .run(
            "UPDATE token SET ended = ? WHERE user_id = ? AND device_id = ? AND ended IS NULL",
            how,
            user,
            device);
  }
}
