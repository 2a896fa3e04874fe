package app.recado.simulation;

import app.recado.client.sync.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * One life of a process: its clock, which may be wrong, and its thread, which ends with it. It dies
 * between two events or within one; then nothing of that event gets out, and of what it wrote the
 * disk has any beginning.
 */
final class Machine implements Scheduler, InstantSource {
  private final VirtualTime time;
  private final long startedAt;
  private final Disk disk;
  private final Runnable onDeath;
  private Duration skew;
  private boolean dead;
  private boolean doomed;
  private boolean clearing;

  /**
   * @param onDeath called once the machine has stopped
   */
  Machine(VirtualTime time, Disk disk, Duration skew, Runnable onDeath) {
    this.time = time;
    this.startedAt = time.nanos();
    this.disk = disk;
    this.skew = skew;
    this.onDeath = onDeath;
  }

  boolean isDead() {
    return dead;
  }

  /** Ends this life between two events. */
  void kill() {
    if (!dead) {
      dead = true;
      disk.crash();
      onDeath.run();
    }
  }

  /** Ends this life within its next event. */
  void doom() {
    doomed = true;
  }

  /** Takes back {@link #doom}. */
  void spare() {
    doomed = false;
  }

  /** Runs an event of this life. */
  void run(Runnable action) {
    if (dead) {
      return;
    }
    if (!doomed) {
      action.run();
      return;
    }
    dead = true;
    Disk.Mark before = disk.mark();
    try {
      action.run();
    } catch (RuntimeException unheard) {
      // It died over it.
    }
    disk.crashSince(before);
    onDeath.run();
  }

  void skew(Duration newSkew) {
    skew = newSkew;
  }

  @Override
  public Instant instant() {
    return time.instant().plus(skew);
  }

  /** A monotonic clock that knows nothing of the wall's. */
  long ticks() {
    return time.nanos() - startedAt;
  }

  /** Clears away what ran here; what that asks for is done at once and reaches nobody. */
  void clear(Runnable action) {
    dead = true;
    clearing = true;
    try {
      action.run();
    } catch (RuntimeException unheard) {
      // It is dead: whatever it says now is not heard.
    } finally {
      clearing = false;
    }
  }

  @Override
  public void execute(Runnable action) {
    if (clearing) {
      action.run();
      return;
    }
    time.after(Duration.ZERO, () -> run(action));
  }

  @Override
  public Task after(Duration delay, Runnable action) {
    Waiting waiting = new Waiting(action);
    time.after(delay, waiting);
    return waiting;
  }

  /** The thread of the screen: beside the engine's, a little later. */
  Executor screen() {
    return action -> time.after(Duration.ofMillis(1), () -> run(action));
  }

  private final class Waiting implements Task, Runnable {
    private Runnable action;

    Waiting(Runnable action) {
      this.action = action;
    }

    @Override
    public void run() {
      Machine.this.run(action);
    }

    @Override
    public void cancel() {
      action = () -> {};
    }
  }
}
