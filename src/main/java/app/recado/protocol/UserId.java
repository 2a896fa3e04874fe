package app.recado.protocol;

/** Names a person of the workspace. */
public record UserId(String value) implements Id {
  public UserId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
