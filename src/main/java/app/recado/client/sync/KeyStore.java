package app.recado.client.sync;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the token of a profile is kept; never a password. */
public interface KeyStore {
  /** The token; null if there is none, or if it is {@link #isElsewhere}. */
  @Nullable String token();

  /** Whether there is one that only {@link #ask} gives, for it takes its time. */
  default boolean isElsewhere() {
    return false;
  }

  /** Answers with the token, later and on any thread; with null if it could not be had. */
  default void ask(Consumer<@Nullable String> answer) {
    answer.accept(token());
  }

  void keep(String token);

  void forget();
}
