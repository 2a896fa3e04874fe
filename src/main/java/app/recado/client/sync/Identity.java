package app.recado.client.sync;

import app.recado.client.cache.Durability;
import app.recado.client.cache.OutboxFile;
import app.recado.client.cache.Quarantine;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Ids;
import app.recado.protocol.Json;
import app.recado.protocol.UserRow;
import com.google.gson.JsonParseException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whose profile this is: written beside the outbox, so that it survives whatever that survives.
 *
 * @param me null before the first sign-in
 * @param relay likewise
 */
record Identity(@Nullable UserRow me, @Nullable URI relay, DeviceId device) {
  private static final String ACCOUNT = "account";
  private static final String RELAY = "relay";
  private static final String DEVICE = "device";

  /** Reads it; no desk may be open on the profile. */
  static Identity read(Path folder, InstantSource clock, RandomGenerator random) {
    try (OutboxFile file = Quarantine.openOutbox(folder, Durability.FULL, clock)) {
      String device = file.settings.get(DEVICE);
      if (device == null) {
        device = new Ids(clock, random).next();
        file.settings.set(DEVICE, device);
      }
      String account = file.settings.get(ACCOUNT);
      String relay = file.settings.get(RELAY);
      return new Identity(
          account == null ? null : user(account),
          relay == null ? null : URI.create(relay),
          new DeviceId(device));
    }
  }

  /** Writes it; no desk may be open on the profile. */
  void write(Path folder, InstantSource clock) {
    try (OutboxFile file = Quarantine.openOutbox(folder, Durability.FULL, clock)) {
      file.transaction(() -> {
        file.settings.set(DEVICE, device.value());
        if (me != null && relay != null) {
          file.settings.set(ACCOUNT, Json.write(me));
          file.settings.set(RELAY, relay.toString());
        }
        return true;
      });
    }
  }

  private static @Nullable UserRow user(String json) {
    try {
      return Json.read(json, UserRow.class);
    } catch (JsonParseException older) {
      return null;
    }
  }
}
