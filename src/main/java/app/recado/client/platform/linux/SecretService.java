package app.recado.client.platform.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/** The keyring on the session bus. */
@DBusInterfaceName("org.freedesktop.Secret.Service")
public interface SecretService extends DBusInterface {
  String NAME = "org.freedesktop.secrets";

  String PATH = "/org/freedesktop/secrets";

  /** Where new items go. */
  String DEFAULT_COLLECTION = PATH + "/aliases/default";

  /** What stands for nothing. */
  String NOTHING = "/";

  @DBusMemberName("OpenSession")
  Two<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input);

  /** Items that have these attributes: unlocked ones, then locked ones. */
  @DBusMemberName("SearchItems")
  Two<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes);

  /** What was unlocked at once, and what asks the person for the rest. */
  @DBusMemberName("Unlock")
  Two<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects);

  /** Where items are made. */
  @DBusInterfaceName("org.freedesktop.Secret.Collection")
  interface Collection extends DBusInterface {
    @DBusMemberName("CreateItem")
    Two<DBusPath, DBusPath> create(
        Map<String, Variant<?>> properties, Secret secret, boolean replace);
  }

  /** One secret with its attributes. */
  @DBusInterfaceName("org.freedesktop.Secret.Item")
  interface Item extends DBusInterface {
    @DBusMemberName("GetSecret")
    Secret secret(DBusPath session);

    /** Gives what asks the person; {@link #NOTHING} if nobody is asked. */
    @DBusMemberName("Delete")
    DBusPath delete();
  }

  /** Something the person is asked. */
  @DBusInterfaceName("org.freedesktop.Secret.Prompt")
  interface Prompt extends DBusInterface {
    @DBusMemberName("Prompt")
    void ask(String window);

    /** The person answered, or would not. */
    final class Completed extends DBusSignal {
      final boolean dismissed;

      public Completed(String path, boolean dismissed, Variant<?> result) throws DBusException {
        super(path, dismissed, result);
        this.dismissed = dismissed;
      }
    }
  }

  /** A secret on its way; in a plain session as it is. */
  final class Secret extends Struct {
    @Position(0)
    public final DBusPath session;

    @Position(1)
    public final byte[] parameters;

    @Position(2)
    public final byte[] value;

    @Position(3)
    public final String contentType;

    public Secret(DBusPath session, byte[] parameters, byte[] value, String contentType) {
      this.session = session;
      this.parameters = parameters;
      this.value = value;
      this.contentType = contentType;
    }
  }

  /**
   * Two answers of one call.
   *
   * @param <A> the first
   * @param <B> the second
   */
  final class Two<A, B> extends Tuple {
    @Position(0)
    public final A first;

    @Position(1)
    public final B second;

    public Two(A first, B second) {
      this.first = first;
      this.second = second;
    }
  }
}
