package app.recado.relay.store;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftRow;
import app.recado.protocol.Json;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction that changes something, and its numbers in the change log. */
public final class Write {

  private static final String PUT =
      """
      INSERT INTO change (seq, kind, row_key, row_id, dialog_id, user_id, scope, position, data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, row_key) DO UPDATE SET seq = excluded.seq, data = excluded.data
      """;

  private final Tx tx;
  private final Instant now;
  private final boolean careful;
  private long seq;
  private boolean hasParts;

  /**
   * @param careful whether parts are done in savepoints of their own, because one has failed
   */
  Write(Tx tx, Instant now, long seq, boolean careful) {
    this.tx = tx;
    this.now = now;
    this.seq = seq;
    this.careful = careful;
  }

  public Tx tx() {
    return tx;
  }

  /** The relay's time of this write, to the millisecond. */
  public Instant now() {
    return now;
  }

  /** The last number given out. */
  public long seq() {
    return seq;
  }

  /**
   * Whether an attempt at this work has failed, so that it is done again with savepoints. Until
   * then what hardly ever happens, and fails by a unique key if it does, need not be looked for.
   */
  public boolean isCareful() {
    return careful;
  }

  /**
   * Does a part of the work that may fail by itself: nothing of it is done then, and the work goes
   * on with what the failure is made of. A failing database is no such failure. The first time a
   * work is done, a part that fails fails all of it: a savepoint costs more than a small part, and
   * the work is done again with them.
   */
  public <T> T apart(Supplier<T> part, Function<RuntimeException, T> failure) {
    hasParts = true;
    if (!careful) {
      return part.get();
    }
    long before = seq;
    tx.run("SAVEPOINT part");
    try {
      T value = part.get();
      tx.run("RELEASE SAVEPOINT part");
      return value;
    } catch (RuntimeException problem) {
      tx.run("ROLLBACK TO SAVEPOINT part");
      tx.run("RELEASE SAVEPOINT part");
      tx.forget();
      seq = before;
      if (problem instanceof StoreException store && !store.isAboutTheData()) {
        throw problem;
      }
      return failure.apply(problem);
    }
  }

  /** Whether doing it again, with savepoints, could end otherwise. */
  boolean hasParts() {
    return hasParts;
  }

  /** Takes the next number without logging anything under it. */
  public long nextSeq() {
    return ++seq;
  }

  /** Logs a row that everybody may see. */
  public long put(Row row) {
    return put(row, null, null);
  }

  /** Logs a row that whoever sees the dialog may see. */
  public long put(Row row, DialogId dialog) {
    return put(row, dialog, null);
  }

  /** Logs a row of a dialog that one person alone may see. */
  public long putPrivate(Row row, DialogId dialog, UserId user) {
    return put(row, dialog, user);
  }

  private long put(Row row, @Nullable DialogId dialog, @Nullable UserId user) {
    String id = row.rowId();
    tx.changed(row.kind().ordinal(), id);
    String key = user == null ? id : user.value() + "/" + id;
    String data = Json.write(row);
    tx.run(PUT, ++seq, row.kind().ordinal(), key, id, dialog, user, null, position(row), data);
    return seq;
  }

  /** Logs a row of no dialog for an audience, which it may move away from by {@link #takeFrom}. */
  public long putTo(Row row, RowAudience audience) {
    return put(row.kind(), row.rowId(), audience, Json.write(row));
  }

  /**
   * Logs that an audience no longer has a row. A row that moves to another audience is to be taken
   * from the one before it is put to the other: who is in both then keeps it.
   */
  public long takeFrom(RowKind kind, String id, RowAudience audience) {
    return put(kind, id, audience, "");
  }

  private long put(RowKind kind, String id, RowAudience audience, String data) {
    tx.changed(kind.ordinal(), id);
    String key = audience.key(id);
    tx.run(PUT, ++seq, kind.ordinal(), key, id, null, audience.user(), audience.scope(), 0, data);
    return seq;
  }

  private static long position(Row row) {
    return switch (row) {
      case MessageRow message -> message.position();
      case MentionRow mention -> mention.position();
      case DraftRow draft -> draft.kindOfDraft().ordinal() + 1L;
      default -> 0;
    };
  }

  /** Gives a dialog that is new, none of whose rows is logged yet, its first scopes. */
  public void openScopes(DialogId dialog, Collection<String> scopes) {
    nextSeq();
    for (String scope : new TreeSet<>(scopes)) {
      tx.run("INSERT INTO dialog_scope VALUES (?, ?, 1, ?)", dialog, scope, seq);
    }
  }

  /** Logs that a dialog entered a scope or left it. */
  public void moveDialog(DialogId dialog, String scope, boolean entered) {
    seq++;
    tx.run(
        """
        INSERT INTO dialog_scope (dialog_id, scope, present, seq) VALUES (?, ?, ?, ?)
        ON CONFLICT (dialog_id, scope) DO UPDATE SET present = excluded.present, seq = excluded.seq
        """,
        dialog,
        scope,
        entered,
        seq);
    mark(EntryKind.DIALOG_SCOPE, dialog.value() + " " + scope, scope, dialog, null, entered);
  }

  /** Logs that a person entered a scope or left it. */
  public void moveUser(UserId user, String scope, boolean entered) {
    seq++;
    tx.changed(EntryKind.USER_SCOPE.code(), scope);
    tx.run(
        """
        INSERT INTO user_scope (user_id, scope, present, seq) VALUES (?, ?, ?, ?)
        ON CONFLICT (user_id, scope) DO UPDATE SET present = excluded.present, seq = excluded.seq
        """,
        user,
        scope,
        entered,
        seq);
    mark(EntryKind.USER_SCOPE, user.value() + " " + scope, scope, null, user, entered);
  }

  /**
   * Logs that a dialog, long untouched and therefore no longer in the working set, is back in it,
   * so that readers who never got its rows get them now.
   */
  public void wake(DialogId dialog) {
    seq++;
    mark(EntryKind.WAKE, dialog.value(), dialog.value(), dialog, null, true);
  }

  private void mark(
      EntryKind kind,
      String key,
      String id,
      @Nullable DialogId dialog,
      @Nullable UserId user,
      boolean entered) {
    tx.run(PUT, seq, kind.code(), key, id, dialog, user, null, 0, entered ? "1" : "0");
  }
}
