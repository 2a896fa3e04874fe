package app.recado.client.sync;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's thread in a real desk. After {@link #close} nothing runs any more. */
public final class EngineThread implements Scheduler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);
  private static final Duration LAST_WORK = Duration.ofSeconds(5);

  private final ScheduledThreadPoolExecutor executor;

  public EngineThread(ThreadFactory threads) {
    executor = new ScheduledThreadPoolExecutor(1, threads);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void execute(Runnable action) {
    try {
      executor.execute(guarded(action));
    } catch (RejectedExecutionException closed) {
      LOG.debug("The desk is closed");
    }
  }

  @Override
  public Task after(Duration delay, Runnable action) {
    try {
      ScheduledFuture<?> future =
          executor.schedule(guarded(action), delay.toMillis(), TimeUnit.MILLISECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /** One failed step must not end the thread; what it was about is retried like a lost answer. */
  private static Runnable guarded(Runnable action) {
    return () -> {
      try {
        action.run();
      } catch (RuntimeException failure) {
        LOG.error("A step of the engine failed", failure);
      }
    };
  }

  /** Finishes what was asked for before, within seconds. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
