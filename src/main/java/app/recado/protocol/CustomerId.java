package app.recado.protocol;

/** Names a customer. */
public record CustomerId(String value) implements Id {
  public CustomerId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
