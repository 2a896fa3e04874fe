package app.recado.relay.store;

/** Entries of the change log that are no rows: news about who sees what. */
enum EntryKind {
  DIALOG_SCOPE(100),
  USER_SCOPE(101),
  WAKE(102);

  /** Codes from here on are no {@link app.recado.protocol.RowKind}. */
  static final int FIRST = 100;

  private final int code;

  EntryKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
