package app.recado.relay.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the answer of a work and throws what the work threw. */
final class Answers {

  private Answers() {}

  static <T> T of(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException problem -> throw problem;
        case Error problem -> throw problem;
        case null, default -> throw failed;
      }
    }
  }
}
