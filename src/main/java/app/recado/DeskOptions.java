package app.recado;

import app.recado.client.platform.DeskLink;
import app.recado.client.platform.ProfileFolder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the desk was started with; an option wins over its environment variable.
 *
 * @param help whether only the usage is asked for
 * @param demo whether it opens on a sample workspace, whatever else is said
 * @param relay the relay's address to offer; empty for the one used last
 * @param profile names the data folder
 * @param link the {@code recado://} link to follow; empty for none
 */
record DeskOptions(boolean help, boolean demo, String relay, String profile, String link) {
  static final String USAGE =
      "usage: recado [--relay URL] [--profile NAME] [LINK], or recado --demo";

  private static final Set<String> YES = Set.of("1", "true", "yes", "on");

  /**
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  static DeskOptions parse(List<String> arguments, Map<String, String> environment) {
    String relay = environment.getOrDefault("RECADO_RELAY", "");
    String profile = environment.getOrDefault("RECADO_PROFILE", ProfileFolder.USUAL);
    boolean demo =
        YES.contains(environment.getOrDefault("RECADO_DEMO", "").toLowerCase(Locale.ROOT));
    boolean help = false;
    String link = "";
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      int equals = option.startsWith("--") ? option.indexOf('=') : -1;
      if (equals > 0) {
        rest.push(option.substring(equals + 1));
        option = option.substring(0, equals);
      }
      switch (option) {
        case "--help", "-h" -> help = true;
        case "--demo" -> demo = true;
        case "--relay" -> relay = value(option, rest);
        case "--profile" -> profile = value(option, rest);
        default -> {
          if (!DeskLink.claims(option)) {
            throw new IllegalArgumentException("unknown option " + option);
          }
          link = option;
        }
      }
    }
    return new DeskOptions(help, demo, relay, profile, link);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().startsWith("--")) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.pop();
  }
}
