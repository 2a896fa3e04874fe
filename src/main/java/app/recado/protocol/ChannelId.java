package app.recado.protocol;

/** Names a channel. */
public record ChannelId(String value) implements Id {
  public ChannelId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
