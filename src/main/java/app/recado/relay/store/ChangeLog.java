package app.recado.relay.store;

import app.recado.protocol.DialogId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for one reader, from the database. Open to subclasses so that tests can plant an
 * off-by-one.
 *
 * <p>First contact reads every row up to where the log ends at that moment and keeps those of the
 * working set; after that come the entries in their order. A row is told as it is now if the reader
 * sees its dialog now. News about scopes are told by the rows they open or shut, under the number
 * of the news. Each row is told once: what changed before the news that opens it comes with them,
 * what changed behind them where it changed.
 */
public class ChangeLog {

  private static final int LATEST_MESSAGES = 50;
  private static final Duration WORKING_SET = Duration.ofDays(30);

  /** How many entries are looked through for one page, so that one who sees little still moves. */
  private static final int LONGEST_SEARCH = 20_000;

  private static final int CHUNK = 500;

  /** Where a page ended within rows of no dialog; sorts behind every dialog. */
  private static final String ROWS = "z.";

  /** How long an untouched, ended dialog stays in the working set. */
  public static Duration workingSet() {
    return WORKING_SET;
  }

  /** The number after which a page continues. */
  protected long after(Cursor cursor) {
    return cursor.seq();
  }

  /** The first cursor of a reader who has nothing. */
  final Cursor first(Tx tx) {
    Head head = head(tx);
    return new Cursor(head.epoch, 0, head.seq, null, 0);
  }

  /**
   * What comes next.
   *
   * @throws app.recado.relay.refusal.Refusal 410 if the cursor is of another epoch or beyond the
   *     log
   */
  final Portion read(Tx tx, Scopes reader, @Nullable Cursor from, int limit, Instant now) {
    Head head = head(tx);
    Cursor cursor = from == null ? new Cursor(head.epoch, 0, head.seq, null, 0) : from;
    check(cursor, head);
    return cursor.snapshotEnd() > 0
        ? snapshot(tx, reader, cursor, limit, now, head)
        : new Reading(tx, reader, cursor, limit, now, head).run();
  }

  static void check(Cursor cursor, Head head) {
    if (!cursor.epoch().equals(head.epoch)
        || cursor.seq() > head.seq
        || cursor.snapshotEnd() > head.seq) {
      throw Cursor.tooOld();
    }
  }

  /** Where the log ends. */
  record Head(String epoch, long seq) {}

  static Head head(Tx tx) {
    return tx.first(
            "SELECT epoch, seq FROM counter WHERE id = 1",
            row -> new Head(row.text(1), row.number(2)))
        .orElseThrow();
  }

  /** The scopes a dialog is in now. */
  static Audience audience(Tx tx, DialogId dialog) {
    return tx.first(
            "SELECT " + Audience.sql(tx.dialect(), "d.id") + " FROM dialog d WHERE d.id = ?",
            row -> Audience.parse(row.textOrNull(1)),
            dialog)
        .orElse(Audience.NONE);
  }

  private Portion snapshot(Tx tx, Scopes reader, Cursor cursor, int limit, Instant now, Head head) {
    String sql =
        "SELECT "
            + LogEntry.columns(tx.dialect())
            + """
             FROM change c LEFT JOIN dialog d ON d.id = c.dialog_id
            WHERE c.seq > ? AND c.seq <= ? AND c.kind < 100 AND c.data <> ''
              AND (c.user_id IS NULL OR c.user_id = ?)
              AND (c.dialog_id IS NULL
                OR ((d.ended_at IS NULL OR d.updated_at >= ?)
                  AND (c.kind <> 5 OR c.position > d.last_position - ?)))
            ORDER BY c.seq LIMIT ?
            """;
    List<Piece> pieces = new ArrayList<>();
    long at = after(cursor);
    boolean ended = false;
    while (pieces.size() < limit && !ended) {
      List<LogEntry> entries =
          tx.list(
              sql,
              LogEntry::read,
              at,
              cursor.snapshotEnd(),
              reader.user(),
              now.minus(WORKING_SET),
              LATEST_MESSAGES,
              CHUNK);
      ended = entries.size() < CHUNK;
      for (LogEntry entry : entries) {
        if (pieces.size() == limit) {
          ended = false;
          break;
        }
        at = entry.seq();
        if (entry.concerns(reader)) {
          pieces.add(entry.piece());
        }
      }
    }
    Cursor next =
        ended
            ? Cursor.at(head.epoch, cursor.snapshotEnd())
            : new Cursor(head.epoch, at, cursor.snapshotEnd(), null, 0);
    return new Portion(pieces, next, !ended || head.seq > cursor.snapshotEnd());
  }

  /** One page of the tail. */
  private final class Reading {
    private final Tx tx;
    private final Scopes reader;
    private final int limit;
    private final Instant now;
    private final Head head;
    private final long since;
    private final List<Piece> pieces = new ArrayList<>();
    private long at;
    private Cursor.@Nullable Within within;

    Reading(Tx tx, Scopes reader, Cursor cursor, int limit, Instant now, Head head) {
      this.tx = tx;
      this.reader = reader;
      this.limit = limit;
      this.now = now;
      this.head = head;
      this.at = after(cursor);
      this.within = cursor.within();
      this.since = cursor.since() == 0 ? cursor.seq() : cursor.since();
    }

    Portion run() {
      String sql =
          "SELECT "
              + LogEntry.columns(tx.dialect())
              + " FROM change c WHERE c.seq > ? ORDER BY c.seq LIMIT ?";
      int chunk = Math.min(CHUNK, limit + 1);
      int looked = 0;
      boolean ended = false;
      while (!ended && !isFull() && looked < LONGEST_SEARCH) {
        List<LogEntry> entries = tx.list(sql, LogEntry::read, at, chunk);
        ended = entries.size() < chunk;
        looked += entries.size();
        for (LogEntry entry : entries) {
          if (isFull() || !tell(entry)) {
            ended = false;
            break;
          }
          at = entry.seq();
          within = null;
        }
        if (within != null) {
          break;
        }
      }
      if (ended) {
        at = Math.max(at, head.seq);
      }
      Cursor next = new Cursor(head.epoch, at, 0, within, ended ? 0 : since);
      return new Portion(pieces, next, !ended);
    }

    private boolean isFull() {
      return pieces.size() >= limit;
    }

    /** Tells one entry; false if the page ended within it. */
    private boolean tell(LogEntry entry) {
      if (within != null && within.seq() != entry.seq()) {
        within = null; // what it was within has moved further down and will be told there
      }
      if (entry.isHiddenFrom(reader)) {
        return true;
      }
      if (entry.isRow()) {
        if (entry.concerns(reader) && !entry.comesWithNews(reader)) {
          pieces.add(entry.piece());
        }
        return true;
      }
      if (entry.is(EntryKind.USER_SCOPE)) {
        return tellUserScope(entry);
      }
      String dialog = entry.dialog();
      if (dialog == null) {
        return true;
      }
      if (entry.is(EntryKind.WAKE)) {
        return !reader.see(entry.audience()) || open(entry.seq(), dialog);
      }
      return tellDialogScope(entry, dialog);
    }

    private boolean tellDialogScope(LogEntry entry, String dialog) {
      if (!reader.everHad(entry.id())) {
        return true;
      }
      boolean visible = reader.see(entry.audience());
      if (!entry.entered()) {
        return visible || shut(entry.seq(), dialog);
      }
      boolean news =
          reader.hadBefore(entry.id(), entry.seq())
              && !reader.sawBefore(entry.audience(), entry.seq(), entry.id());
      return !visible || !news || open(entry.seq(), dialog);
    }

    private boolean tellUserScope(LogEntry entry) {
      String after = within == null ? "" : within.dialog();
      boolean again = within != null; // the dialog named in the cursor may not be finished
      while (true) {
        List<String> dialogs = inScope(entry.id(), after, again);
        again = false;
        if (dialogs.isEmpty()) {
          return tellRowsOf(entry, after);
        }
        for (String dialog : dialogs) {
          after = dialog;
          Audience audience = audience(dialog);
          boolean visible = reader.see(audience);
          boolean finished =
              entry.entered()
                  ? !visible
                      || audience.enteredAfter(entry.id(), entry.seq())
                      || !isInWorkingSet(dialog)
                      || reader.sawBefore(audience, entry.seq(), entry.id())
                      || open(entry.seq(), dialog)
                  : visible || shut(entry.seq(), dialog);
          if (!finished) {
            return false;
          }
        }
      }
    }

    /**
     * Tells the rows of no dialog that a scope opens or shuts; false if the page ended before.
     *
     * @param after the last dialog told; or, where the page before ended within these, such a row
     */
    private boolean tellRowsOf(LogEntry entry, String after) {
      String row = after.startsWith(ROWS) ? after.substring(ROWS.length()) : "";
      boolean all = entry.id().equals(Scopes.ALL);
      List<LogEntry> rows =
          tx.list(
              "SELECT "
                  + LogEntry.columns(tx.dialect())
                  + " FROM change c WHERE c.row_id > ? AND c.data <> '' AND c.scope "
                  + (all ? "<> ?" : "= ?")
                  + " ORDER BY c.row_id",
              LogEntry::read,
              row,
              all ? Scopes.LEAD : entry.id());
      for (LogEntry one : rows) {
        if (isFull()) {
          within = new Cursor.Within(entry.seq(), ROWS + row, one.kind(), 0);
          return false;
        }
        boolean visible = one.concerns(reader);
        boolean told =
            entry.entered()
                ? visible && one.seq() < entry.seq() && one.seenSince(reader) == entry.seq()
                : !visible;
        if (told) {
          pieces.add(new Piece(one.rowKind(), one.id(), entry.seq(), visible ? one.data() : null));
        }
        row = one.id();
      }
      within = null;
      return true;
    }

    private List<String> inScope(String scope, String after, boolean inclusive) {
      String comparison = inclusive ? " >= ?" : " > ?";
      return scope.equals(Scopes.ALL)
          ? tx.list(
              "SELECT id FROM dialog WHERE id" + comparison + " ORDER BY id LIMIT 100",
              row -> row.text(1),
              after)
          : tx.list(
              "SELECT dialog_id FROM dialog_scope WHERE scope = ? AND present = 1 AND dialog_id"
                  + comparison
                  + " ORDER BY dialog_id LIMIT 100",
              row -> row.text(1),
              scope,
              after);
    }

    private Audience audience(String dialog) {
      return tx.first(
              "SELECT " + Audience.sql(tx.dialect(), "d.id") + " FROM dialog d WHERE d.id = ?",
              row -> Audience.parse(row.textOrNull(1)),
              dialog)
          .orElse(Audience.NONE);
    }

    private boolean isInWorkingSet(String dialog) {
      return tx.exists(
          "SELECT 1 FROM dialog WHERE id = ? AND (ended_at IS NULL OR updated_at >= ?)",
          dialog,
          now.minus(WORKING_SET));
    }

    private boolean open(long seq, String dialog) {
      return expand(seq, dialog, LATEST_MESSAGES, true);
    }

    private boolean shut(long seq, String dialog) {
      return isShutAgain(seq, dialog) || expand(seq, dialog, Long.MAX_VALUE / 2, false);
    }

    /** Whether news further on shut it by another scope: these tell it. */
    private boolean isShutAgain(long seq, String dialog) {
      return tx.exists(
          """
          SELECT 1 FROM user_scope u LEFT JOIN dialog_scope d ON d.scope = u.scope AND d.dialog_id = ?
          WHERE u.user_id = ?
            AND ((d.present = 0 AND d.seq > ?)
              OR (u.present = 0 AND u.seq > ? AND (d.present = 1 OR u.scope = ?)))
          """,
          dialog,
          reader.user(),
          seq,
          seq,
          Scopes.ALL);
    }

    /**
     * Tells the rows of a dialog under the number of the news; false if the page ended before. Of
     * what opens those are the latest messages, and older ones that changed since these pages
     * began: the reader may have had them before it lost sight of the dialog for a while.
     */
    private boolean expand(long seq, String dialog, long messages, boolean open) {
      boolean resumed = within != null && within.dialog().equals(dialog);
      int kind = resumed && within != null ? within.kind() : -1;
      long position = resumed && within != null ? within.position() : -1;
      int room = limit - pieces.size();
      List<LogEntry> rows =
          tx.list(
              """
              SELECT c.seq, c.kind, c.row_id, c.dialog_id, c.user_id, c.scope, c.position, c.data, NULL
              FROM change c JOIN dialog d ON d.id = c.dialog_id
              WHERE c.dialog_id = ? AND c.kind < 100 AND (c.user_id IS NULL OR c.user_id = ?)
                AND (c.kind <> 5 OR c.position > d.last_position - ? OR c.seq > ?)
                AND (c.kind > ? OR (c.kind = ? AND c.position > ?)) AND c.seq < ?
              ORDER BY c.kind, c.position LIMIT ?
              """,
              LogEntry::read,
              dialog,
              reader.user(),
              messages,
              since,
              kind,
              kind,
              position,
              open ? seq : Long.MAX_VALUE,
              room + 1);
      for (LogEntry row : rows) {
        if (isFull()) {
          within = new Cursor.Within(seq, dialog, kind, position);
          return false;
        }
        pieces.add(new Piece(row.rowKind(), row.id(), seq, open ? row.data() : null));
        kind = row.kind();
        position = row.position();
      }
      within = null;
      return true;
    }
  }
}
