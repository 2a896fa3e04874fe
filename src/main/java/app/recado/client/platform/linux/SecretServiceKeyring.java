package app.recado.client.platform.linux;

import app.recado.client.platform.Keyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

/**
 * The keyring of the desktop: GNOME's, KDE's or whatever else answers to {@code
 * org.freedesktop.secrets}. Connects for each call, of which there are one or two a day. The
 * session is a plain one: the bus is a socket that nobody else of the computer can open.
 */
public final class SecretServiceKeyring implements Keyring {
  private static final long PERSON_SECONDS = 120;
  private static final String ITEM = "org.freedesktop.Secret.Item.";

  private final String address;
  private final Map<String, String> attributes;

  /**
   * @param address of the session bus; empty where there is none
   * @param profile tells the profiles of one person apart
   */
  public SecretServiceKeyring(String address, String profile) {
    this.address = address;
    attributes = Map.of("application", "app.recado", "profile", profile);
  }

  private interface Use<T> {
    T of(DBusConnection bus, SecretService service) throws IOException, DBusException;
  }

  private <T> T with(Use<T> use) throws IOException {
    if (address.isEmpty()) {
      throw new IOException("there is no session bus");
    }
    try (DBusConnection bus = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
      return use.of(
          bus, bus.getRemoteObject(SecretService.NAME, SecretService.PATH, SecretService.class));
    } catch (DBusException | DBusExecutionException problem) {
      throw new IOException("the keyring does not answer: " + problem.getMessage(), problem);
    }
  }

  @Override
  public void store(String secret) throws IOException {
    with((bus, service) -> {
      DBusPath session = service.openSession("plain", new Variant<>("")).second;
      unlock(bus, service, new DBusPath(SecretService.DEFAULT_COLLECTION));
      Map<String, Variant<?>> properties =
          Map.of(
              ITEM + "Label", new Variant<>("Recado"),
              ITEM + "Attributes", new Variant<>(attributes, "a{ss}"));
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      DBusPath prompt =
          bus.getRemoteObject(
                  SecretService.NAME,
                  SecretService.DEFAULT_COLLECTION,
                  SecretService.Collection.class)
              .create(
                  properties,
                  new SecretService.Secret(session, new byte[0], bytes, "text/plain"),
                  true)
              .second;
      ask(bus, prompt);
      return true;
    });
  }

  @Override
  public Optional<String> find() throws IOException {
    return with((bus, service) -> {
      Optional<DBusPath> item = item(bus, service);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      DBusPath session = service.openSession("plain", new Variant<>("")).second;
      SecretService.Secret secret = remote(bus, item.get()).secret(session);
      return Optional.of(new String(secret.value, StandardCharsets.UTF_8));
    });
  }

  @Override
  public void delete() throws IOException {
    with((bus, service) -> {
      Optional<DBusPath> item = item(bus, service);
      if (item.isPresent()) {
        ask(bus, remote(bus, item.get()).delete());
      }
      return true;
    });
  }

  private Optional<DBusPath> item(DBusConnection bus, SecretService service)
      throws IOException, DBusException {
    SecretService.Two<List<DBusPath>, List<DBusPath>> found = service.search(attributes);
    if (!found.first.isEmpty()) {
      return Optional.of(found.first.getFirst());
    }
    if (found.second.isEmpty()) {
      return Optional.empty();
    }
    unlock(bus, service, found.second.getFirst());
    return Optional.of(found.second.getFirst());
  }

  private static SecretService.Item remote(DBusConnection bus, DBusPath item) throws DBusException {
    return bus.getRemoteObject(SecretService.NAME, item.getPath(), SecretService.Item.class);
  }

  private static void unlock(DBusConnection bus, SecretService service, DBusPath what)
      throws IOException, DBusException {
    ask(bus, service.unlock(List.of(what)).second);
  }

  /** Waits for the person, if there is something to ask. */
  private static void ask(DBusConnection bus, DBusPath prompt) throws IOException, DBusException {
    if (prompt.getPath().equals(SecretService.NOTHING)) {
      return;
    }
    CompletableFuture<Boolean> dismissed = new CompletableFuture<>();
    bus.addSigHandler(
        SecretService.Prompt.Completed.class,
        signal -> {
          if (signal.getPath().equals(prompt.getPath())) {
            dismissed.complete(signal.dismissed);
          }
        });
    bus.getRemoteObject(SecretService.NAME, prompt.getPath(), SecretService.Prompt.class).ask("");
    try {
      if (dismissed.get(PERSON_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the keyring stays locked");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the keyring stays locked", e);
    }
  }
}
