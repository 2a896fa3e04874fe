package app.recado.client.cache;

/** When a commit counts as being on disk; SQLite's {@code synchronous}. */
public enum Durability {
  /** Survives a power loss: for what exists nowhere else. */
  FULL,
  /** Survives a crash of the program; a power loss may take the last commits, never half of one. */
  NORMAL,
  /** Leaves it to the system; for worlds that are thrown away. */
  OFF
}
