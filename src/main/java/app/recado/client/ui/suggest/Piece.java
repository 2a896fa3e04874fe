package app.recado.client.ui.suggest;

/** A part of a line that is drawn alike. */
public record Piece(String text, Kind kind) {
  /** How it is drawn. */
  public enum Kind {
    PLAIN,
    /** Filled in. */
    VALUE,
    /** To be filled in. */
    OPEN
  }

  public static Piece plain(String text) {
    return new Piece(text, Kind.PLAIN);
  }
}
