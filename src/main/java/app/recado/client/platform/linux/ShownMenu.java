package app.recado.client.platform.linux;

import app.recado.client.platform.Desktop.TrayFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** The icon's menu as it is now. Read on the bus's threads. */
final class ShownMenu extends ReadOnlyProperties implements TrayMenu, Properties {
  private static final String ENTRY = "(ia{sv}av)";

  private final Consumer<String> chosen;
  private volatile List<TrayFace.Line> lines = List.of();
  private volatile int revision = 1;

  /**
   * @param chosen told the id of a line
   */
  ShownMenu(Consumer<String> chosen) {
    this.chosen = chosen;
  }

  /** Takes other lines; false if they are what they were. */
  boolean show(List<TrayFace.Line> now) {
    if (now.equals(lines)) {
      return false;
    }
    lines = now;
    revision++;
    return true;
  }

  UInt32 revision() {
    return new UInt32(revision);
  }

  @Override
  public Layout<UInt32, Entry> layout(int parent, int depth, List<String> properties) {
    List<TrayFace.Line> now = lines;
    List<Variant<?>> children =
        depth == 0
            ? List.of()
            : IntStream.rangeClosed(1, now.size())
                .<Variant<?>>mapToObj(id ->
                    new Variant<>(new Entry(id, properties(now.get(id - 1)), List.of()), ENTRY))
                .toList();
    Map<String, Variant<?>> root = Map.of("children-display", new Variant<>("submenu"));
    return parent == 0
        ? new Layout<>(revision(), new Entry(0, root, children))
        : new Layout<>(revision(), new Entry(parent, properties(parent), List.of()));
  }

  @Override
  public List<EntryProperties> properties(List<Integer> entries, List<String> properties) {
    return entries.stream().map(id -> new EntryProperties(id, properties(id))).toList();
  }

  @Override
  public Variant<?> property(int entry, String property) {
    Variant<?> value = properties(entry).get(property);
    return value == null ? new Variant<>("") : value;
  }

  @Override
  public void happened(int entry, String event, Variant<?> with, UInt32 time) {
    List<TrayFace.Line> now = lines;
    if (event.equals("clicked") && entry > 0 && entry <= now.size()) {
      chosen.accept(now.get(entry - 1).id());
    }
  }

  @Override
  public List<Integer> happened(List<Happening> events) {
    events.forEach(each -> happened(each.entry, each.event, each.with, each.time));
    return List.of();
  }

  @Override
  public boolean aboutToShow(int entry) {
    return false;
  }

  private Map<String, Variant<?>> properties(int id) {
    List<TrayFace.Line> now = lines;
    return id > 0 && id <= now.size() ? properties(now.get(id - 1)) : Map.of();
  }

  private static Map<String, Variant<?>> properties(TrayFace.Line line) {
    Map<String, Variant<?>> properties = new HashMap<>();
    // An underscore would mark the letter after it as a key.
    properties.put("label", new Variant<>(line.words().replace("_", "__")));
    properties.put("enabled", new Variant<>(true));
    properties.put("visible", new Variant<>(true));
    if (line.mark() != TrayFace.Mark.NONE) {
      properties.put("toggle-type", new Variant<>("checkmark"));
      properties.put("toggle-state", new Variant<>(line.mark() == TrayFace.Mark.ON ? 1 : 0));
    }
    return properties;
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public Map<String, Variant<?>> GetAll(@Nullable String type) {
    return Map.of(
        "Version", new Variant<>(new UInt32(3)),
        "TextDirection", new Variant<>("ltr"),
        "Status", new Variant<>("normal"),
        "IconThemePath", new Variant<>(List.of(), "as"));
  }
}
