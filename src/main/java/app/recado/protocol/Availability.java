package app.recado.protocol;

/** Whether a person can be given dialogs now, as the relay decided. */
public enum Availability {
  ONLINE,
  PAUSE,
  AWAY,
  OFFLINE
}
