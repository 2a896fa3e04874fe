package app.recado.client.sync;

import app.recado.client.cache.SettingTable;
import app.recado.protocol.Intent;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Notices that nobody sits at the desk, and tells the relay when that changes. One task waits for
 * the moment at which it would be so; the events themselves only note the time.
 */
final class SessionPresence implements DeskPresence {
  /** The setting that says that the relay was told that nobody is here. */
  private static final String TOLD = "idleTold";

  private final Scheduler scheduler;
  private final LongSupplier ticker;
  private final Executor fx;
  private final Consumer<Consumer<DeskEngine>> engine;
  private final ReadOnlyObjectWrapper<Boolean> shown = new ReadOnlyObjectWrapper<>(false);
  private volatile long touchedAt;
  private volatile boolean idle;
  private Duration patience = Duration.ZERO;
  private Scheduler.@Nullable Task watch;

  /**
   * @param engine runs something on the engine's thread once its files are read
   */
  SessionPresence(DeskSetup setup, Consumer<Consumer<DeskEngine>> engine) {
    this.scheduler = setup.scheduler();
    this.ticker = setup.ticker();
    this.fx = setup.fx();
    this.engine = engine;
    touchedAt = ticker.getAsLong();
  }

  @Override
  public void touched() {
    touchedAt = ticker.getAsLong();
    if (idle) {
      scheduler.execute(this::back);
    }
  }

  @Override
  public void awayAfter(Duration time) {
    scheduler.execute(() -> {
      patience = time;
      if (time.isZero()) {
        back();
      }
      watch();
    });
  }

  @Override
  public ReadOnlyObjectProperty<Boolean> idle() {
    return shown.getReadOnlyProperty();
  }

  /** Somebody opens the desk: what a former run said last does not hold any more. */
  void started(SettingTable settings) {
    if (!idle && settings.get(TOLD) != null) {
      tell(false);
    }
  }

  void close() {
    if (watch != null) {
      watch.cancel();
      watch = null;
    }
    patience = Duration.ZERO;
  }

  private void watch() {
    if (watch != null) {
      watch.cancel();
      watch = null;
    }
    if (idle || patience.isZero()) {
      return;
    }
    long touched = touchedAt;
    Duration left = patience.minusNanos(ticker.getAsLong() - touched);
    if (left.isPositive()) {
      watch = scheduler.after(left, this::watch);
      return;
    }
    idle = true;
    tell(true);
    if (touchedAt != touched) {
      back(); // the event came while that was not known yet
    }
  }

  private void back() {
    if (idle) {
      idle = false;
      tell(false);
      watch();
    }
  }

  private void tell(boolean away) {
    fx.execute(() -> shown.set(away));
    engine.accept(running -> {
      SettingTable settings = running.file().settings;
      if (away) {
        settings.set(TOLD, "yes");
      }
      running
          .acts()
          .act(new Outbox.Act(null, null, new Intent.SetIdle(away), false), Duration.ZERO);
      if (!away) {
        settings.set(TOLD, null);
      }
    });
  }
}
