package app.recado.client.ui.i18n;

/** What a customer is called on screen. */
public final class VisitorName {
  private static final String MARK = "#";

  private VisitorName() {}

  /** The name; for a visitor who gave none, which the relay marks {@code #c5f7}, words. */
  public static String of(String name) {
    return name.startsWith(MARK) ? Texts.of("i18n").get("visitor", name.substring(1)) : name;
  }
}
