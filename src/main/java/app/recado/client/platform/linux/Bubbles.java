package app.recado.client.platform.linux;

import app.recado.client.platform.Badge;
import app.recado.client.platform.Desktop;
import app.recado.client.platform.Desktop.Notice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications as they stand on the desktop. One thread, which the server's signals are put on.
 */
final class Bubbles {
  private static final Logger LOG = LoggerFactory.getLogger(Bubbles.class);
  private static final int ICON = 48;
  private static final byte NORMAL = 1;
  private static final byte CRITICAL = 2;

  private final Notifications server;
  private final Desktop.Listener listener;
  private final Map<String, UInt32> ids = new HashMap<>();
  private List<String> capabilities = List.of();

  Bubbles(DBusConnection bus, Executor thread, Desktop.Listener listener) throws DBusException {
    this.listener = listener;
    server = bus.getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class);
    bus.addSigHandler(
        Notifications.ActionInvoked.class,
        signal -> thread.execute(() -> pressed(signal.id, signal.action)));
    bus.addSigHandler(
        Notifications.NotificationClosed.class,
        signal -> thread.execute(() -> closed(signal.id, signal.reason.intValue())));
  }

  /**
   * Asks the server what it can do, which starts it where the desktop starts it when needed.
   *
   * @return whether there is one
   */
  boolean ask() {
    try {
      capabilities = server.capabilities();
      return true;
    } catch (DBusExecutionException nobody) {
      LOG.info("No notifications here: {}", nobody.getMessage());
      return false;
    }
  }

  /** The server is another one, or none: it shows nothing of ours. */
  void forget() {
    ids.clear();
  }

  boolean haveButtons() {
    return capabilities.contains("actions");
  }

  void show(Notice notice) {
    try {
      UInt32 before = ids.getOrDefault(notice.key(), new UInt32(0));
      UInt32 id =
          server.show(
              "Recado",
              before,
              "",
              notice.title(),
              capabilities.contains("body-markup") ? escaped(notice.text()) : notice.text(),
              actions(notice),
              hints(notice),
              notice.stays() ? 0 : -1);
      ids.put(notice.key(), id);
    } catch (DBusExecutionException nobody) {
      LOG.info("A notification was not shown: {}", nobody.getMessage());
    }
  }

  void withdraw(String key) {
    UInt32 id = ids.remove(key);
    if (id != null) {
      close(id);
    }
  }

  void withdrawAll() {
    List.copyOf(ids.keySet()).forEach(this::withdraw);
  }

  private void close(UInt32 id) {
    try {
      server.close(id);
    } catch (DBusExecutionException gone) {
      LOG.debug("Nothing to close: {}", gone.getMessage());
    }
  }

  private void pressed(UInt32 id, String action) {
    String key = keyOf(id);
    if (key != null) {
      // Forgotten first: servers say that a person closed what they close after a press.
      withdraw(key);
      listener.pressed(key, action);
    }
  }

  private void closed(UInt32 id, int reason) {
    String key = keyOf(id);
    if (key != null) {
      ids.remove(key);
      if (reason == Notifications.NotificationClosed.DISMISSED) {
        listener.putAway(key);
      }
    }
  }

  private @Nullable String keyOf(UInt32 id) {
    return ids.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static List<String> actions(Notice notice) {
    List<String> actions = new ArrayList<>(List.of(Notice.PRESSED, ""));
    for (Notice.Button button : notice.buttons()) {
      actions.add(button.id());
      actions.add(button.words());
    }
    return actions;
  }

  private static Map<String, Variant<?>> hints(Notice notice) {
    return Map.of(
        // What is critical stays, whatever the server does with time limits.
        "urgency", new Variant<>(notice.stays() ? CRITICAL : NORMAL),
        "resident", new Variant<>(notice.stays()),
        "category", new Variant<>("im.received"),
        "desktop-entry", new Variant<>("recado"),
        // The desk makes its own sound.
        "suppress-sound", new Variant<>(true),
        "image-data", new Variant<>(Picture.icon(ICON), "(iiibiiay)"));
  }

  /** Servers that take markup would take a customer's as well. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A picture as notifications take it: red, green, blue, alpha. */
  public static final class Picture extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    @Position(2)
    public final int rowLength;

    @Position(3)
    public final boolean hasAlpha;

    @Position(4)
    public final int bitsPerSample;

    @Position(5)
    public final int channels;

    @Position(6)
    public final byte[] pixels;

    public Picture(
        int width,
        int height,
        int rowLength,
        boolean hasAlpha,
        int bitsPerSample,
        int channels,
        byte[] pixels) {
      this.width = width;
      this.height = height;
      this.rowLength = rowLength;
      this.hasAlpha = hasAlpha;
      this.bitsPerSample = bitsPerSample;
      this.channels = channels;
      this.pixels = pixels;
    }

    static Picture icon(int size) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * size * size);
      for (int pixel : Badge.pixels(size, 0)) {
        bytes.putInt(pixel << 8 | pixel >>> 24);
      }
      return new Picture(size, size, 4 * size, true, 8, 4, bytes.array());
    }
  }
}
