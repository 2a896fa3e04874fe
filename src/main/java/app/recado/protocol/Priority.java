package app.recado.protocol;

/** How pressing a dialog is; from the least to the most. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT
}
