package app.recado.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Clients that ask one after the other, each over its own connection, for a given time. */
final class Load {
  private Load() {}

  /**
   * Answers per second over all connections.
   *
   * @param requests the next request of any connection; called by many threads
   */
  static double perSecond(int port, int connections, double seconds, Supplier<byte[]> requests)
      throws Exception {
    return perSecond(() -> port, connections, seconds, requests);
  }

  /**
   * As above, over several servers.
   *
   * @param ports asked once per connection
   */
  static double perSecond(
      IntSupplier ports, int connections, double seconds, Supplier<byte[]> requests)
      throws Exception {
    List<Callable<Long>> clients = new ArrayList<>();
    long length = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    for (int i = 0; i < connections; i++) {
      int port = ports.getAsInt();
      clients.add(() -> {
        try (Wire wire = new Wire(port)) {
          long until = System.nanoTime() + length;
          long answers = 0;
          while (System.nanoTime() < until) {
            wire.exchange(requests.get());
            answers++;
          }
          return answers;
        }
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      long began = System.nanoTime();
      long answers = 0;
      for (Future<Long> client : threads.invokeAll(clients)) {
        answers += client.get();
      }
      return answers * 1e9 / (System.nanoTime() - began);
    }
  }
}
