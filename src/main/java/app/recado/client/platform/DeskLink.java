package app.recado.client.platform;

import app.recado.protocol.DialogId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code recado://} link leads to. */
public final class DeskLink {
  /** Without the colon. */
  public static final String SCHEME = "recado";

  private static final Pattern DIALOG =
      Pattern.compile("(?i:recado://dialog/)([A-Za-z0-9_-]{1,64})/?");

  private DeskLink() {}

  /** Whether it says that it is one, well formed or not. */
  public static boolean claims(String text) {
    return text.regionMatches(true, 0, SCHEME + ":", 0, SCHEME.length() + 1);
  }

  /** The dialog of {@code recado://dialog/<id>}; empty if it is not such a link. */
  public static Optional<DialogId> dialog(String link) {
    Matcher matcher = DIALOG.matcher(link);
    return matcher.matches() ? Optional.of(new DialogId(matcher.group(1))) : Optional.empty();
  }
}
