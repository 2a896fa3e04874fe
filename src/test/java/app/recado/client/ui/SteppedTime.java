package app.recado.client.ui;

import app.recado.client.ui.controls.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/** Time that passes when the test says so. */
public final class SteppedTime implements Later {
  private final List<Waiting> waiting = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private record Waiting(Duration due, Runnable action) {}

  @Override
  public Subscription after(Duration delay, Runnable action) {
    Waiting entry = new Waiting(now.plus(delay), action);
    waiting.add(entry);
    return () -> waiting.remove(entry);
  }

  /** Lets time pass; what falls due in it is run in order. */
  public void pass(Duration length) {
    Duration end = now.plus(length);
    while (true) {
      Waiting next =
          waiting.stream()
              .filter(each -> each.due().compareTo(end) <= 0)
              .min(java.util.Comparator.comparing(Waiting::due))
              .orElse(null);
      if (next == null) {
        break;
      }
      waiting.remove(next);
      now = next.due();
      next.action().run();
    }
    now = end;
  }
}
