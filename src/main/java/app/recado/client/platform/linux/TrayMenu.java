package app.recado.client.platform.linux;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The menu of an icon, which the tray draws. Lines have numbers; 0 is the menu itself. */
@DBusInterfaceName(TrayMenu.NAME)
public interface TrayMenu extends DBusInterface {
  String NAME = "com.canonical.dbusmenu";

  String PATH = "/StatusNotifierMenu";

  @DBusMemberName("GetLayout")
  Layout<UInt32, Entry> layout(int parent, int depth, List<String> properties);

  @DBusMemberName("GetGroupProperties")
  List<EntryProperties> properties(List<Integer> entries, List<String> properties);

  @DBusMemberName("GetProperty")
  Variant<?> property(int entry, String property);

  @DBusMemberName("Event")
  void happened(int entry, String event, Variant<?> with, UInt32 time);

  @DBusMemberName("EventGroup")
  List<Integer> happened(List<Happening> events);

  @DBusMemberName("AboutToShow")
  boolean aboutToShow(int entry);

  /** The menu has other lines. */
  final class LayoutUpdated extends DBusSignal {
    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
    }
  }

  /**
   * A menu with its revision.
   *
   * @param <R> {@code UInt32}
   * @param <E> {@link Entry}
   */
  final class Layout<R, E> extends Tuple {
    @Position(0)
    public final R revision;

    @Position(1)
    public final E menu;

    public Layout(R revision, E menu) {
      this.revision = revision;
      this.menu = menu;
    }
  }

  /** A line, or the menu with its lines. */
  final class Entry extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    @Position(2)
    public final List<Variant<?>> children;

    public Entry(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
      this.id = id;
      this.properties = properties;
      this.children = children;
    }
  }

  /** What a line looks like. */
  final class EntryProperties extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    public EntryProperties(int id, Map<String, Variant<?>> properties) {
      this.id = id;
      this.properties = properties;
    }
  }

  /** What happened to a line. */
  final class Happening extends Struct {
    @Position(0)
    public final int entry;

    @Position(1)
    public final String event;

    @Position(2)
    public final Variant<?> with;

    @Position(3)
    public final UInt32 time;

    public Happening(int entry, String event, Variant<?> with, UInt32 time) {
      this.entry = entry;
      this.event = event;
      this.with = with;
      this.time = time;
    }
  }
}
