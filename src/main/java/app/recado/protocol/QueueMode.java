package app.recado.protocol;

/**
 * How a channel's queue offers a dialog: to the agent whose last assignment is oldest, in queue
 * order, or to all.
 */
public enum QueueMode {
  EVENLY,
  STRICTLY,
  ALL
}
