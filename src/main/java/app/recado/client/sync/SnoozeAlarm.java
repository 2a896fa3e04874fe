package app.recado.client.sync;

import app.recado.client.state.DialogItem;
import app.recado.protocol.DialogId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Wakes snoozed dialogs by the relay's clock, also while there is no relay to be heard. Engine
 * thread only.
 */
final class SnoozeAlarm {
  private final Scheduler scheduler;
  private final RelayClock clock;
  private final Consumer<List<DialogId>> woken;
  private final Map<DialogId, Instant> asleep = new HashMap<>();
  private Scheduler.@Nullable Task task;
  private Instant due = Instant.MAX;

  /**
   * @param woken told which dialogs have to be looked at again
   */
  SnoozeAlarm(Scheduler scheduler, RelayClock clock, Consumer<List<DialogId>> woken) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.woken = woken;
  }

  /** Takes note of how a dialog is shown now; null when it is gone. */
  void watch(DialogId dialog, @Nullable DialogItem item) {
    Instant until = item == null || !item.asleep() ? null : item.dialog().snoozedUntil();
    if (until == null) {
      asleep.remove(dialog);
      return;
    }
    asleep.put(dialog, until);
    if (until.isBefore(due)) {
      set(until);
    }
  }

  private void set(Instant until) {
    if (task != null) {
      task.cancel();
    }
    due = until;
    task = scheduler.after(Duration.between(clock.now(), until), this::ring);
  }

  /** The relay's clock may have been set meanwhile: what is not due yet is waited for anew. */
  private void ring() {
    task = null;
    due = Instant.MAX;
    Instant now = clock.now();
    List<DialogId> over =
        asleep.entrySet().stream()
            .filter(each -> !each.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    over.forEach(asleep::remove);
    asleep.values().stream().min(Instant::compareTo).ifPresent(this::set);
    if (!over.isEmpty()) {
      woken.accept(over);
    }
  }
}
