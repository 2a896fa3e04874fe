package app.recado.client.platform.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** Where icons for the tray are reported. */
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {
  /** Of the interface and of the service. */
  String NAME = "org.kde.StatusNotifierWatcher";

  String PATH = "/StatusNotifierWatcher";

  /**
   * @param service a name on the bus that has {@link StatusNotifierItem#PATH}
   */
  @DBusMemberName("RegisterStatusNotifierItem")
  void register(String service);
}
