package app.recado.client.ui.action;

/**
 * Whether something can be done now.
 *
 * @param why a few words on why not; empty when it can be done
 */
public record Standing(Kind kind, String why) {
  /** How much is shown of an action. */
  public enum Kind {
    READY,
    /** Cannot be done now; menus show it greyed and say why. */
    REFUSED,
    /** Makes no sense as things are; menus leave it out, lists of everything say why. */
    ABSENT
  }

  private static final Standing NOTHING_AGAINST = new Standing(Kind.READY, "");

  public static Standing ready() {
    return NOTHING_AGAINST;
  }

  public static Standing refused(String why) {
    return new Standing(Kind.REFUSED, why);
  }

  public static Standing absent(String why) {
    return new Standing(Kind.ABSENT, why);
  }

  public boolean isReady() {
    return kind == Kind.READY;
  }

  public boolean isAbsent() {
    return kind == Kind.ABSENT;
  }
}
