package app.recado.client.platform.linux;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** An icon in the tray; coordinates are the screen's. */
@DBusInterfaceName(StatusNotifierItem.NAME)
public interface StatusNotifierItem extends DBusInterface {
  String NAME = "org.kde.StatusNotifierItem";

  String PATH = "/StatusNotifierItem";

  @DBusMemberName("Activate")
  void activate(int x, int y);

  @DBusMemberName("SecondaryActivate")
  void activateOtherwise(int x, int y);

  @DBusMemberName("ContextMenu")
  void openMenu(int x, int y);

  @DBusMemberName("Scroll")
  void scroll(int delta, String orientation);

  /** The icon looks different. */
  final class NewIcon extends DBusSignal {
    public NewIcon(String path) throws DBusException {
      super(path);
    }
  }

  /** What it says when pointed at is different. */
  final class NewToolTip extends DBusSignal {
    public NewToolTip(String path) throws DBusException {
      super(path);
    }
  }

  /** It wants attention, or no longer. */
  final class NewStatus extends DBusSignal {
    public NewStatus(String path, String status) throws DBusException {
      super(path, status);
    }
  }
}
