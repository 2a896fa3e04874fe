package app.recado.protocol;

/** Names a message; for an agent's message it is the id of the command that sent it. */
public record MessageId(String value) implements Id {
  public MessageId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
