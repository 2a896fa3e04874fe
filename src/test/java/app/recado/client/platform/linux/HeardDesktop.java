package app.recado.client.platform.linux;

import app.recado.client.platform.Desktop;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what a desktop said, as lines. */
final class HeardDesktop implements Desktop.Listener {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** The next line; null if there is none in time. */
  @Nullable String next() throws InterruptedException {
    return lines.poll(20, TimeUnit.SECONDS);
  }

  boolean isSilent() {
    return lines.isEmpty();
  }

  @Override
  public void found(Desktop.Abilities abilities) {
    lines.add(
        "found"
            + (abilities.notifications() ? " notifications" : "")
            + (abilities.buttons() ? " buttons" : "")
            + (abilities.tray() ? " tray" : ""));
  }

  @Override
  public void pressed(String key, String button) {
    lines.add("pressed " + key + " " + button);
  }

  @Override
  public void putAway(String key) {
    lines.add("put away " + key);
  }

  @Override
  public void iconPressed() {
    lines.add("icon pressed");
  }

  @Override
  public void chosen(String line) {
    lines.add("chosen " + line);
  }
}
