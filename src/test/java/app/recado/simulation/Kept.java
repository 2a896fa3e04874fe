package app.recado.simulation;

/**
 * A canned response or a macro that an agent asked a desk to keep, as the model remembers it; its
 * title has a word that occurs nowhere else.
 */
final class Kept {
  final String word;
  final String desk;

  /** The screen has shown it as kept. */
  boolean shown;

  /** The same agent kept another in its place, deleted it or threw it away. */
  boolean withdrawn;

  /** The desk died before it had shown it, and it was not on disk. */
  boolean lost;

  Kept(String word, String desk) {
    this.word = word;
    this.desk = desk;
  }

  @Override
  public String toString() {
    return "\"" + word + "\" kept by " + desk;
  }
}
