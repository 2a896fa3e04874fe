package app.recado.client.platform.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/** A keyring on the bus: one collection in memory that can be locked. */
final class TestKeyring implements SecretService, AutoCloseable {
  private static final String SESSION = PATH + "/session/1";
  private static final String PROMPT = PATH + "/prompt/1";

  private final DBusConnection bus;
  private final Map<String, Kept> items = new HashMap<>();
  final List<String> labels = new ArrayList<>();
  volatile boolean locked;
  volatile boolean personRefuses;
  private int made;

  private record Kept(Map<?, ?> attributes, byte[] value) {}

  TestKeyring(DBusConnection bus) throws DBusException {
    this.bus = bus;
    bus.exportObject(PATH, this);
    bus.exportObject(DEFAULT_COLLECTION, new Default());
    bus.exportObject(PROMPT, new Asking());
    bus.requestBusName(NAME);
  }

  /** What is kept under these attributes. */
  List<String> kept() {
    return items.values().stream()
        .map(kept -> new String(kept.value(), java.nio.charset.StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Two<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input) {
    return new Two<>(new Variant<>(""), new DBusPath(SESSION));
  }

  @Override
  public Two<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes) {
    List<DBusPath> found =
        items.entrySet().stream()
            .filter(entry -> entry.getValue().attributes().equals(attributes))
            .map(entry -> new DBusPath(entry.getKey()))
            .toList();
    return locked ? new Two<>(List.of(), found) : new Two<>(found, List.of());
  }

  @Override
  public Two<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects) {
    return locked
        ? new Two<>(List.of(), new DBusPath(PROMPT))
        : new Two<>(objects, new DBusPath(NOTHING));
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public void close() {
    bus.disconnect();
  }

  private final class Default implements SecretService.Collection {
    @Override
    public Two<DBusPath, DBusPath> create(
        Map<String, Variant<?>> properties, Secret secret, boolean replace) {
      Map<?, ?> attributes =
          (Map<?, ?>) properties.get("org.freedesktop.Secret.Item.Attributes").getValue();
      labels.add(String.valueOf(properties.get("org.freedesktop.Secret.Item.Label").getValue()));
      if (replace) {
        items.values().removeIf(kept -> kept.attributes().equals(attributes));
      }
      String path = DEFAULT_COLLECTION + "/" + ++made;
      items.put(path, new Kept(attributes, secret.value));
      try {
        bus.exportObject(path, new One(path));
      } catch (DBusException e) {
        throw new IllegalStateException(e);
      }
      return new Two<>(new DBusPath(path), new DBusPath(NOTHING));
    }

    @Override
    public String getObjectPath() {
      return DEFAULT_COLLECTION;
    }
  }

  private final class One implements SecretService.Item {
    private final String path;

    One(String path) {
      this.path = path;
    }

    @Override
    public Secret secret(DBusPath session) {
      return new Secret(session, new byte[0], items.get(path).value(), "text/plain");
    }

    @Override
    public DBusPath delete() {
      items.remove(path);
      return new DBusPath(NOTHING);
    }

    @Override
    public String getObjectPath() {
      return path;
    }
  }

  private final class Asking implements SecretService.Prompt {
    @Override
    public void ask(String window) {
      locked = personRefuses;
      try {
        bus.sendMessage(new Completed(PROMPT, personRefuses, new Variant<>("")));
      } catch (DBusException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String getObjectPath() {
      return PROMPT;
    }
  }
}
