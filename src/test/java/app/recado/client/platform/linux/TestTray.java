package app.recado.client.platform.linux;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** A tray as a panel has one: takes icons, reads them and presses them. */
final class TestTray implements StatusNotifierWatcher, AutoCloseable {
  private final DBusConnection bus;
  private final BlockingQueue<String> icons = new LinkedBlockingQueue<>();
  final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

  TestTray(DBusConnection bus) throws DBusException {
    this.bus = bus;
    bus.addSigHandler(StatusNotifierItem.NewIcon.class, signal -> signals.add("icon"));
    bus.addSigHandler(StatusNotifierItem.NewStatus.class, signal -> signals.add("status"));
    bus.addSigHandler(TrayMenu.LayoutUpdated.class, signal -> signals.add("menu"));
    bus.exportObject(PATH, this);
    bus.requestBusName(NAME);
  }

  @Override
  public void register(String service) {
    icons.add(service);
  }

  /** The next icon that came; null if none comes in time. */
  @Nullable String icon() throws InterruptedException {
    return icons.poll(20, TimeUnit.SECONDS);
  }

  boolean hasMoreIcons() {
    return !icons.isEmpty();
  }

  Map<String, Variant<?>> properties(String icon) throws DBusException {
    return bus.getRemoteObject(icon, StatusNotifierItem.PATH, Properties.class)
        .GetAll(StatusNotifierItem.NAME);
  }

  Object property(String icon, String name) throws DBusException {
    return bus.getRemoteObject(icon, StatusNotifierItem.PATH, Properties.class)
        .Get(StatusNotifierItem.NAME, name);
  }

  void press(String icon) throws DBusException {
    bus.getRemoteObject(icon, StatusNotifierItem.PATH, StatusNotifierItem.class).activate(7, 9);
  }

  TrayMenu.Entry menu(String icon) throws DBusException {
    return remoteMenu(icon).layout(0, -1, List.of()).menu;
  }

  void choose(String icon, int line) throws DBusException {
    remoteMenu(icon).happened(line, "clicked", new Variant<>(0), new UInt32(0));
  }

  private TrayMenu remoteMenu(String icon) throws DBusException {
    return bus.getRemoteObject(icon, TrayMenu.PATH, TrayMenu.class);
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
