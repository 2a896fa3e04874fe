package app.recado.protocol;

/** Names a canned response; made by whoever writes it. */
public record CannedId(String value) implements Id {
  public CannedId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
