package app.recado.client.sync;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The sync engine's one thread and its time. In tests and the simulation both are virtual. */
public interface Scheduler extends Executor {
  /** Runs something on the engine's thread after a delay. */
  Task after(Duration delay, Runnable action);

  /** Something that waits for its time. */
  interface Task {
    void cancel();
  }
}
