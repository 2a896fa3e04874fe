package app.recado.client.platform.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The notification server, as <a href="https://specifications.freedesktop.org">specified</a>. */
@DBusInterfaceName(Notifications.NAME)
public interface Notifications extends DBusInterface {
  /** Of the interface and of the service. */
  String NAME = "org.freedesktop.Notifications";

  String PATH = "/org/freedesktop/Notifications";

  /**
   * @param actions ids and words by turns
   * @param expiry milliseconds; 0 for never, -1 as the server likes
   */
  @DBusMemberName("Notify")
  UInt32 show(
      String program,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int expiry);

  @DBusMemberName("CloseNotification")
  void close(UInt32 id);

  @DBusMemberName("GetCapabilities")
  List<String> capabilities();

  /** A notification or one of its buttons was pressed. */
  final class ActionInvoked extends DBusSignal {
    final UInt32 id;
    final String action;

    public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
      super(path, id, action);
      this.id = id;
      this.action = action;
    }
  }

  /** A notification is gone. */
  final class NotificationClosed extends DBusSignal {
    /** By the person, and not by time or by its program. */
    static final int DISMISSED = 2;

    final UInt32 id;
    final UInt32 reason;

    public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
      super(path, id, reason);
      this.id = id;
      this.reason = reason;
    }
  }
}
