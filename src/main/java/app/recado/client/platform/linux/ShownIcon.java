package app.recado.client.platform.linux;

import app.recado.client.platform.Desktop.TrayFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** The icon in the tray as it is now. Read on the bus's threads. */
final class ShownIcon extends ReadOnlyProperties implements StatusNotifierItem, Properties {
  private final Runnable pressed;
  private volatile List<Pixmap> icon = List.of();
  private volatile TrayFace face = new TrayFace(0, false, "", List.of());
  private volatile boolean lit = true;

  ShownIcon(Runnable pressed) {
    this.pressed = pressed;
  }

  /**
   * Takes another face.
   *
   * @param on whether the number is drawn; not in the dark half of blinking
   */
  void show(TrayFace now, boolean on) {
    if (icon.isEmpty() || on != lit || now.count() != face.count()) {
      icon = Pixmap.icon(on ? now.count() : 0);
    }
    face = now;
    lit = on;
  }

  String status() {
    return face.blinking() ? "NeedsAttention" : "Active";
  }

  @Override
  public void activate(int x, int y) {
    pressed.run();
  }

  @Override
  public void activateOtherwise(int x, int y) {
    pressed.run();
  }

  @Override
  public void openMenu(int x, int y) {
    // The tray draws the menu itself.
  }

  @Override
  public void scroll(int delta, String orientation) {
    // Nothing to turn.
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public Map<String, Variant<?>> GetAll(@Nullable String type) {
    Map<String, Variant<?>> all = new HashMap<>();
    all.put("Category", new Variant<>("Communications"));
    all.put("Id", new Variant<>("recado"));
    all.put("Title", new Variant<>("Recado"));
    all.put("Status", new Variant<>(status()));
    all.put("WindowId", new Variant<>(new UInt32(0)));
    all.put("IconName", new Variant<>(""));
    all.put("IconPixmap", new Variant<>(icon, "a(iiay)"));
    all.put("OverlayIconName", new Variant<>(""));
    all.put("OverlayIconPixmap", new Variant<>(List.of(), "a(iiay)"));
    all.put("AttentionIconName", new Variant<>(""));
    all.put("AttentionIconPixmap", new Variant<>(icon, "a(iiay)"));
    all.put("AttentionMovieName", new Variant<>(""));
    all.put(
        "ToolTip",
        new Variant<>(new ToolTip("", List.of(), "Recado", face.words()), "(sa(iiay)ss)"));
    all.put("ItemIsMenu", new Variant<>(false));
    all.put("Menu", new Variant<>(new DBusPath(TrayMenu.PATH)));
    return all;
  }
}
