package app.recado.bench;

import app.recado.client.sync.Scheduler;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A desk's engine thread. */
final class EngineThread implements Scheduler, AutoCloseable {
  private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1);

  @Override
  public void execute(Runnable action) {
    thread.execute(() -> run(action));
  }

  @Override
  public Task after(Duration delay, Runnable action) {
    ScheduledFuture<?> later =
        thread.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> later.cancel(false);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error failure) {
      failure.printStackTrace();
      throw failure;
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
