package app.recado.client.state;

import org.jspecify.annotations.Nullable;

/**
 * A file on its way up or down.
 *
 * @param done bytes that are over
 * @param size of all of it
 * @param problem why it does not go on by itself, as a text key; null while it goes or waits
 */
public record FileTransfer(Stage stage, long done, long size, @Nullable String problem) {
  /**
   * Where it stands.
   *
   * <pre>
   * WAITING ──► RUNNING ──► (over: no transfer is shown)
   *    ▲ │        │ │
   *    │ └► PAUSED ◄┘
   *    └──────┴──────── FAILED
   * </pre>
   */
  public enum Stage {
    WAITING,
    RUNNING,
    PAUSED,
    FAILED
  }

  /** From 0 to 1. */
  public double share() {
    return size == 0 ? 0 : (double) done / size;
  }
}
