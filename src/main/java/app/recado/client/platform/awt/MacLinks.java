package app.recado.client.platform.awt;

import java.awt.Desktop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The {@code recado://} links of macOS, which come as events instead of arguments, the one that
 * starts the program among them.
 */
public final class MacLinks {
  private static final Object LOCK = new Object();
  private static final List<String> WAITING = new ArrayList<>();
  private static @Nullable Consumer<String> follower;

  private MacLinks() {}

  /** Keeps what comes until somebody follows; before the toolkit starts. */
  public static void listen() {
    if (Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_URI)) {
      Desktop.getDesktop().setOpenURIHandler(event -> came(event.getURI().toString()));
    }
  }

  /** Hears of all that came and will come, on any thread. */
  public static void follow(Consumer<String> hears) {
    List<String> before;
    synchronized (LOCK) {
      follower = hears;
      before = List.copyOf(WAITING);
      WAITING.clear();
    }
    before.forEach(hears);
  }

  static void came(String link) {
    Consumer<String> hears;
    synchronized (LOCK) {
      hears = follower;
      if (hears == null) {
        WAITING.add(link);
      }
    }
    if (hears != null) {
      hears.accept(link);
    }
  }
}
