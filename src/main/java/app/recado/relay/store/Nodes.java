package app.recado.relay.store;

import java.util.function.Consumer;

/** The other nodes on the same database. What is told is not stored, and may be lost. */
public interface Nodes {

  /** One node alone. */
  static Nodes none() {
    return new Nodes() {
      @Override
      public void tell(String word) {}

      @Override
      public void onWord(Consumer<String> listener) {}
    };
  }

  /**
   * Tells all others something, soon; never waits.
   *
   * @param word at most 4,000 bytes
   */
  void tell(String word);

  /** Calls back with what others told, on one thread. One listener alone. */
  void onWord(Consumer<String> listener);
}
