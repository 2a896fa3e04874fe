package app.recado.client.platform.linux;

import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Properties that others may read. */
abstract class ReadOnlyProperties implements Properties {
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String type, String property) {
    Variant<?> value = GetAll(type).get(property);
    return (A) (value == null ? new Variant<>("") : value);
  }

  @Override
  public <A> void Set(String type, String property, A value) {
    // All of it is read only.
  }
}
