package app.recado.client.platform.linux;

import app.recado.client.platform.Desktop;
import app.recado.client.platform.Desktop.TrayFace;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The icon on the bus and its registration with whoever draws the tray. One thread. */
final class Tray {
  private static final Logger LOG = LoggerFactory.getLogger(Tray.class);

  private final DBusConnection bus;
  private final ShownIcon icon;
  private final ShownMenu menu;

  Tray(DBusConnection bus, Desktop.Listener listener) throws DBusException {
    this.bus = bus;
    icon = new ShownIcon(listener::iconPressed);
    menu = new ShownMenu(listener::chosen);
    bus.exportObject(StatusNotifierItem.PATH, icon);
    bus.exportObject(TrayMenu.PATH, menu);
  }

  /** Reports the icon; false where nobody draws a tray. */
  boolean register() {
    try {
      DBus names = bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
      if (!names.NameHasOwner(StatusNotifierWatcher.NAME)) {
        LOG.info("No tray here");
        return false;
      }
      bus.getRemoteObject(
              StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
          .register(bus.getUniqueName());
      return true;
    } catch (DBusException | DBusExecutionException nobody) {
      LOG.info("No tray here: {}", nobody.getMessage());
      return false;
    }
  }

  void show(TrayFace face, boolean on) throws DBusException {
    String before = icon.status();
    icon.show(face, on);
    bus.sendMessage(new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
    bus.sendMessage(new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
    if (!before.equals(icon.status())) {
      bus.sendMessage(new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH, icon.status()));
    }
    if (menu.show(face.menu())) {
      bus.sendMessage(new TrayMenu.LayoutUpdated(TrayMenu.PATH, menu.revision(), 0));
    }
  }
}
