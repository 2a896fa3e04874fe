package app.recado.protocol;

/** Names a file on the relay; made by whoever sends it, before the first byte leaves. */
public record FileId(String value) implements Id {
  public FileId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
