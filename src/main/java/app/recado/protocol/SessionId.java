package app.recado.protocol;

/** Names a session: one conversation cycle in a dialog. */
public record SessionId(String value) implements Id {
  public SessionId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
