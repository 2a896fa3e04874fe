package app.recado.protocol;

/** Names a dialog: one customer on one connector of one channel. */
public record DialogId(String value) implements Id {
  public DialogId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
