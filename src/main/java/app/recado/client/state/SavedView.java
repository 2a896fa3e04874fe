package app.recado.client.state;

/**
 * A query that an agent gave a name.
 *
 * @param id its own, made when it is saved first
 * @param name 1 to {@value #LONGEST} characters, without spaces around it
 */
public record SavedView(String id, String name, DialogQuery query) {
  /** As many characters fit a menu. */
  public static final int LONGEST = 40;

  /** How many an agent may have. */
  public static final int MOST = 50;

  /**
   * @throws IllegalArgumentException if the name is none
   */
  public SavedView {
    if (id == null || id.isEmpty() || name == null || query == null) {
      throw new IllegalArgumentException("a view without id, name or query");
    }
    if (name.isEmpty() || name.length() > LONGEST || !name.equals(name.strip())) {
      throw new IllegalArgumentException("not a view's name: " + name);
    }
  }

  public SavedView asking(DialogQuery other) {
    return new SavedView(id, name, other);
  }
}
