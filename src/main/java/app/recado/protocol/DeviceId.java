package app.recado.protocol;

/**
 * Names a device on which a person signed in; made by the desk, any text of 1 to 64 characters of
 * [A-Za-z0-9._-].
 */
public record DeviceId(String value) implements Id {
  public DeviceId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
