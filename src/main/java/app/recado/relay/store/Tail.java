package app.recado.relay.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest entries of the log in memory, their JSON ready to be sent, so that a commit is read
 * once for all streams. Complete from {@link #floor} (exclusive) to {@link #head}. Not thread-safe.
 */
final class Tail {

  private static final int MOST_ENTRIES = 20_000;
  private static final int PRELOADED = 4_000;
  private static final long MOST_BYTES = 32_000_000;

  /** An entry, and whether the same row has an entry further on, which alone is told. */
  private static final class Held {
    private final LogEntry entry;
    private final byte[] json;
    private boolean superseded;

    private Held(LogEntry entry) {
      this.entry = entry;
      this.json =
          entry.isRow() ? entry.piece().json().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }
  }

  private final Consumer<LogEntry> persons;
  private List<Held> entries = new ArrayList<>();
  private int start;
  private final Map<String, Held> latest = new HashMap<>();
  private final ArrayDeque<Held> news = new ArrayDeque<>();
  private long bytes;
  private long floor = -1;
  private long head;

  /**
   * @param persons given each person's row that comes in
   */
  Tail(Consumer<LogEntry> persons) {
    this.persons = persons;
  }

  long head() {
    return head;
  }

  /**
   * Reads what was committed since; the people whose scopes changed meanwhile go to the list.
   *
   * @return whether it had to begin afresh, so that anybody's scopes may have changed
   */
  boolean advance(Tx tx, List<String> usersMoved) {
    long end = ChangeLog.head(tx).seq();
    if (!isNear(end)) {
      reload(tx, end);
      return true;
    }
    List<LogEntry> fresh = fresh(tx);
    for (LogEntry entry : fresh) {
      if (entry.is(EntryKind.USER_SCOPE) && entry.user() != null) {
        usersMoved.add(entry.user());
      }
    }
    append(fresh, end);
    return false;
  }

  /** Whether the way to a number is short enough to be read entry by entry. */
  boolean isNear(long end) {
    return floor >= 0 && end - head <= MOST_ENTRIES;
  }

  /** What was committed since, read with one statement. */
  List<LogEntry> fresh(Tx tx) {
    String sql =
        "SELECT "
            + LogEntry.columns(tx.dialect())
            + " FROM change c WHERE c.seq > ? ORDER BY c.seq";
    return tx.list(sql, LogEntry::read, head);
  }

  /**
   * Adds entries that were {@linkplain #fresh read}.
   *
   * @param end the last number known to be committed before that
   */
  void append(List<LogEntry> fresh, long end) {
    fresh.forEach(this::add);
    head = fresh.isEmpty() ? end : Math.max(end, fresh.getLast().seq());
    trim();
  }

  private void reload(Tx tx, long end) {
    entries = new ArrayList<>();
    start = 0;
    latest.clear();
    news.clear();
    bytes = 0;
    List<LogEntry> found =
        tx.list(
            "SELECT "
                + LogEntry.columns(tx.dialect())
                + " FROM change c ORDER BY c.seq DESC LIMIT ?",
            LogEntry::read,
            PRELOADED);
    floor = found.size() < PRELOADED ? 0 : found.getLast().seq() - 1;
    found.reversed().forEach(this::add);
    head = end;
    trim();
  }

  private void add(LogEntry entry) {
    Held held = new Held(entry);
    entries.add(held);
    bytes += held.json.length;
    Held older = latest.put(entry.kind() + "/" + entry.id() + "/" + entry.holder(), held);
    if (older != null) {
      older.superseded = true;
    }
    if (!entry.isRow()) {
      news.add(held);
    } else if (entry.isPerson()) {
      persons.accept(entry);
    }
  }

  private void trim() {
    while (entries.size() - start > MOST_ENTRIES || bytes > MOST_BYTES) {
      Held oldest = entries.get(start++);
      bytes -= oldest.json.length;
      floor = oldest.entry.seq();
      if (!oldest.superseded) {
        LogEntry entry = oldest.entry;
        latest.remove(entry.kind() + "/" + entry.id() + "/" + entry.holder());
      }
      if (!news.isEmpty() && news.peekFirst() == oldest) {
        news.removeFirst();
      }
    }
    if (start > MOST_ENTRIES) {
      entries = new ArrayList<>(entries.subList(start, entries.size()));
      start = 0;
    }
  }

  /** What a reader is told next, ready to be joined; and the number it is at then. */
  record Slice(List<byte[]> pieces, int bytes, long at, boolean more) {}

  /**
   * The next changes for a reader; null if the database has to be asked, because the reader is too
   * far behind or something opened or shut for it.
   */
  @Nullable Slice slice(Scopes reader, long from, int limit) {
    if (from < floor || floor < 0 || opensOrShuts(reader, from)) {
      return null;
    }
    List<byte[]> pieces = new ArrayList<>();
    int size = 0;
    for (int i = firstAfter(from); i < entries.size(); i++) {
      Held held = entries.get(i);
      LogEntry entry = held.entry;
      if (pieces.size() == limit) {
        return new Slice(pieces, size, entries.get(i - 1).entry.seq(), true);
      }
      boolean told = entry.isRow() && !held.superseded && entry.concerns(reader);
      if (told) {
        pieces.add(held.json);
        size += held.json.length;
      }
    }
    return new Slice(pieces, size, Math.max(from, head), false);
  }

  private boolean opensOrShuts(Scopes reader, long from) {
    var newestFirst = news.descendingIterator();
    while (newestFirst.hasNext()) {
      Held held = newestFirst.next();
      if (held.entry.seq() <= from) {
        return false;
      }
      if (!held.superseded && matters(held.entry, reader, from)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an entry opens or shuts a dialog for a reader who was told everything up to a number.
   * What made the dialog visible since then counts for nothing: it may be over, and then its entry
   * tells of that instead.
   */
  private static boolean matters(LogEntry entry, Scopes reader, long from) {
    if (entry.is(EntryKind.USER_SCOPE)) {
      return reader.user().value().equals(entry.user());
    }
    boolean visible = reader.see(entry.audience());
    if (entry.is(EntryKind.WAKE)) {
      return visible;
    }
    if (!reader.everHad(entry.id())) {
      return false;
    }
    return entry.entered()
        ? visible && !reader.sawBefore(entry.audience(), from + 1, entry.id())
        : !visible;
  }

  private int firstAfter(long seq) {
    int low = start;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).entry.seq() <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
