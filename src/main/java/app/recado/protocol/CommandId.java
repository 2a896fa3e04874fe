package app.recado.protocol;

/** Names a command; made and stored by the desk before anything is sent. */
public record CommandId(String value) implements Id {
  public CommandId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
