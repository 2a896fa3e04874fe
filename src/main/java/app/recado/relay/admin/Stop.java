package app.recado.relay.admin;

/** Waits until the program is told to stop. */
@FunctionalInterface
public interface Stop {
  void await() throws InterruptedException;
}
