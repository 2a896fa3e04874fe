package app.recado.client.sync;

import app.recado.client.state.DeskChanges;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one way from the engine to the FX thread. What changes faster than it can be shown is shown
 * once: at most one turn of the FX thread waits at any time, and none takes on more than keys and
 * frames between two turns can bear.
 */
final class Bridge {
  private static final int AT_ONCE = 500;

  private final Executor fx;
  private final Consumer<DeskChanges> state;
  private DeskChanges gathered = new DeskChanges();
  private boolean posted;

  Bridge(Executor fx, Consumer<DeskChanges> state) {
    this.fx = fx;
    this.state = state;
  }

  /** Adds to what the FX thread will see next; any thread. */
  void tell(Consumer<DeskChanges> change) {
    boolean post;
    synchronized (this) {
      change.accept(gathered);
      post = !posted && !gathered.isEmpty();
      posted |= post;
    }
    if (post) {
      fx.execute(this::deliver);
    }
  }

  private void deliver() {
    DeskChanges changes;
    boolean more;
    synchronized (this) {
      changes = gathered.first(AT_ONCE);
      more = !gathered.isEmpty();
      posted = more;
    }
    try {
      state.accept(changes);
    } finally {
      if (more) {
        fx.execute(this::deliver);
      }
    }
  }
}
