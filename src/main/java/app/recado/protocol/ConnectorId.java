package app.recado.protocol;

/** Names a connector of a channel. */
public record ConnectorId(String value) implements Id {
  public ConnectorId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
