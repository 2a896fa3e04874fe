package app.recado.protocol;

/**
 * Open from one time of day until before another, as {@code 08:00}; until {@code 00:00} is until
 * the day's end.
 */
public record Opening(String from, String until) {
  public Opening {
    Required.all(from, until);
  }
}
