package app.recado.protocol;

/** Names a macro; made by whoever writes it. */
public record MacroId(String value) implements Id {
  public MacroId {
    Ids.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
