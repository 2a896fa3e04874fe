package app.recado.relay.store;

import app.recado.protocol.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log as read from the database.
 *
 * @param kind a {@link RowKind}'s ordinal or an {@link EntryKind}'s code
 * @param id the row's id; a scope's name for news about scopes
 * @param data the row's JSON; for news about scopes 1 for entered, 0 for left
 */
record LogEntry(
    long seq,
    int kind,
    String id,
    @Nullable String dialog,
    @Nullable String user,
    long position,
    String data,
    Audience audience) {

  private static final RowKind[] KINDS = RowKind.values();

  static String columns(Dialect dialect) {
    return "c.seq, c.kind, c.row_id, c.dialog_id, c.user_id, c.position, c.data, "
        + Audience.sql(dialect, "c.dialog_id");
  }

  static LogEntry read(Cells row) {
    return new LogEntry(
        row.number(1),
        (int) row.number(2),
        row.text(3),
        row.textOrNull(4),
        row.textOrNull(5),
        row.number(6),
        row.text(7),
        Audience.parse(row.textOrNull(8)));
  }

  boolean isRow() {
    return kind < EntryKind.FIRST;
  }

  boolean is(EntryKind entry) {
    return kind == entry.code();
  }

  boolean entered() {
    return data.equals("1");
  }

  RowKind rowKind() {
    return KINDS[kind];
  }

  /** Whether it is somebody else's private row. */
  boolean isHiddenFrom(Scopes reader) {
    return user != null && !user.equals(reader.user().value());
  }
}
