package app.recado.relay.store;

/** Where the two databases say the same thing differently. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  /** An expression that joins an expression over all rows of a group, separated by blanks. */
  public String joined(String expression) {
    return switch (this) {
      case SQLITE -> "group_concat(" + expression + ", ' ')";
      case POSTGRESQL -> "string_agg(" + expression + ", ' ')";
    };
  }
}
