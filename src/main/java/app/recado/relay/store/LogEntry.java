package app.recado.relay.store;

import app.recado.protocol.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log as read from the database.
 *
 * @param kind a {@link RowKind}'s ordinal or an {@link EntryKind}'s code
 * @param id the row's id; a scope's name for news about scopes
 * @param scope for a row of no dialog, whoever is in it may see the row; null for everybody
 * @param data the row's JSON, empty where it left the scope; for news about scopes 1 for entered, 0
 *     for left
 */
record LogEntry(
    long seq,
    int kind,
    String id,
    @Nullable String dialog,
    @Nullable String user,
    @Nullable String scope,
    long position,
    String data,
    Audience audience) {

  private static final RowKind[] KINDS = RowKind.values();

  static String columns(Dialect dialect) {
    return "c.seq, c.kind, c.row_id, c.dialog_id, c.user_id, c.scope, c.position, c.data, "
        + Audience.sql(dialect, "c.dialog_id");
  }

  static LogEntry read(Cells row) {
    return new LogEntry(
        row.number(1),
        (int) row.number(2),
        row.text(3),
        row.textOrNull(4),
        row.textOrNull(5),
        row.textOrNull(6),
        row.number(7),
        row.text(8),
        Audience.parse(row.textOrNull(9)));
  }

  boolean isRow() {
    return kind < EntryKind.FIRST;
  }

  boolean is(EntryKind entry) {
    return kind == entry.code();
  }

  /** Whether it is the row of a person. */
  boolean isPerson() {
    return kind == RowKind.USER.ordinal() && !isGone();
  }

  boolean entered() {
    return data.equals("1");
  }

  RowKind rowKind() {
    return KINDS[kind];
  }

  /** Whether the row, of which this entry is the latest, is to be told to a reader. */
  boolean concerns(Scopes reader) {
    if (isHiddenFrom(reader)) {
      return false;
    }
    if (dialog != null) {
      return reader.see(audience);
    }
    return scope == null || (isGone() ? reader.everSaw(scope) : reader.sees(scope));
  }

  /**
   * Whether a row that concerns a reader became visible by news further on, which tell it as it is
   * now.
   */
  boolean comesWithNews(Scopes reader) {
    if (dialog != null) {
      return !reader.sawBefore(audience, seq, null);
    }
    return scope != null && !isGone() && reader.sinceWhen(scope) > seq;
  }

  /** The number of the news since which a reader sees a row of no dialog. */
  long seenSince(Scopes reader) {
    return scope == null ? 0 : reader.sinceWhen(scope);
  }

  /** Whether it says that the row is no longer there for those whom it concerns. */
  boolean isGone() {
    return data.isEmpty();
  }

  Piece piece() {
    return new Piece(rowKind(), id, seq, isGone() ? null : data);
  }

  /** Whose entry of the row it is, where a row has several. */
  @Nullable String holder() {
    if (user != null) {
      return user;
    }
    return dialog != null ? dialog : scope;
  }

  /** Whether it is somebody else's private row. */
  boolean isHiddenFrom(Scopes reader) {
    return user != null && !user.equals(reader.user().value());
  }
}
