package app.recado.relay.file;

/** How much a disk takes. */
public interface Disk {
  /** In bytes; a large number where nobody knows. */
  long free();

  /** In bytes, what is on it included. */
  long size();
}
