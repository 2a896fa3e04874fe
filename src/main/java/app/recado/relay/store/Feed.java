package app.recado.relay.store;

import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.Json;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells every reader what comes next, from memory if it can. Learns of commits by {@link
 * #committed}, which is only a hint to look: the database is what counts. Thread-safe.
 */
public final class Feed {

  /** A page as it goes over the wire. */
  public record Page(byte[] json, String cursor, int count, boolean more) {}

  private static final byte[] HEAD = "{\"changes\":[".getBytes(StandardCharsets.UTF_8);

  private final Database database;
  private final ChangeLog log;
  private final InstantSource clock;
  private final Queue<LogEntry> persons = new ConcurrentLinkedQueue<>();
  private final List<Consumer<Change.Put>> personListeners = new CopyOnWriteArrayList<>();
  private final Tail tail = new Tail(persons::add);
  private final Map<UserId, Scopes> scopes = new HashMap<>();
  private final AtomicLong committed = new AtomicLong();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final String epoch;

  public Feed(Database database, ChangeLog log, InstantSource clock) {
    this.database = database;
    this.log = log;
    this.clock = clock;
    ChangeLog.Head head = database.read(ChangeLog::head);
    this.epoch = head.epoch();
    committed.set(head.seq());
  }

  /** Says that the log reaches at least this far; calls the listeners if that is news. */
  public void committed(long seq) {
    long known = committed.getAndAccumulate(seq, Math::max);
    if (seq > known) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Looks whether anybody else has written. */
  public void poll() {
    committed(database.look(ChangeLog::head).seq());
  }

  /** The last number known to be committed. */
  public long head() {
    return committed.get();
  }

  /** The dialogs of which a row was changed behind a number. */
  public List<String> dialogsChangedSince(long seq) {
    return database.read(tx ->
        tx.list(
            "SELECT DISTINCT dialog_id FROM change WHERE seq > ? AND dialog_id IS NOT NULL"
                + " AND user_id IS NULL ORDER BY dialog_id",
            row -> row.text(1),
            seq));
  }

  /** Who sees a dialog at this moment. */
  public Predicate<UserId> whoSees(DialogId dialog) {
    Audience audience = database.look(tx -> ChangeLog.audience(tx, dialog));
    return user -> reader(user).see(audience);
  }

  private Scopes reader(UserId user) {
    Scopes reader;
    synchronized (tail) {
      Scopes known = scopes.get(user);
      boolean current = tail.head() >= committed.get() && tail.head() != 0;
      reader = current && known != null ? known : catchUp(user);
    }
    tellPersons();
    return reader;
  }

  /**
   * Calls back with the rows of people that were committed on any node, in order and one at a time,
   * when a reader comes to them. The listener must return quickly.
   */
  public AutoCloseable onPerson(Consumer<Change.Put> listener) {
    personListeners.add(listener);
    return () -> personListeners.remove(listener);
  }

  private void tellPersons() {
    if (persons.isEmpty()) {
      return;
    }
    synchronized (persons) {
      LogEntry entry;
      while ((entry = persons.poll()) != null) {
        if (!personListeners.isEmpty()) {
          Change.Put person = new Change.Put(Json.read(entry.data(), UserRow.class), entry.seq());
          personListeners.forEach(listener -> listener.accept(person));
        }
      }
    }
  }

  public AutoCloseable onCommit(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public SyncPage page(UserId user, @Nullable String cursor, int limit) {
    Cursor from = cursor == null ? null : Cursor.of(cursor);
    Instant now = clock.instant();
    Portion portion = fromDatabase(user, from, limit, now);
    List<Change> changes = portion.pieces().stream().map(Piece::change).toList();
    return new SyncPage(changes, portion.cursor().text(), portion.more(), now);
  }

  /** As {@link #page}, as JSON. */
  public Page read(UserId user, @Nullable String cursor, int limit) {
    Cursor from = cursor == null ? null : Cursor.of(cursor);
    if (from != null) {
      poll();
    }
    return next(user, from, limit);
  }

  /** Follows the log from a cursor. */
  public Following follow(UserId user, String cursor) {
    Cursor from = Cursor.of(cursor);
    poll();
    ChangeLog.check(from, new ChangeLog.Head(epoch, committed.get()));
    return new Following(user, from);
  }

  /** A reader's place, which moves on. Not thread-safe. */
  public final class Following {
    private final UserId user;
    private Cursor at;

    private Following(UserId user, Cursor at) {
      this.user = user;
      this.at = at;
    }

    public @Nullable Page next(int limit) {
      boolean nothingNew =
          at.seq() >= committed.get() && at.snapshotEnd() == 0 && at.within() == null;
      if (nothingNew) {
        return null;
      }
      Page page = Feed.this.next(user, at, limit);
      at = Cursor.of(page.cursor());
      return page.count() == 0 ? null : page;
    }

    public String cursor() {
      return at.text();
    }
  }

  private Page next(UserId user, @Nullable Cursor from, int limit) {
    Instant now = clock.instant();
    if (from != null && isOnTail(from)) {
      Tail.Slice slice = slice(user, from.seq(), limit);
      if (slice != null) {
        return render(slice, Cursor.at(epoch, slice.at()).text(), now);
      }
    }
    Portion portion = fromDatabase(user, from, limit, now);
    List<byte[]> pieces = new ArrayList<>(portion.pieces().size());
    int size = 0;
    for (Piece piece : portion.pieces()) {
      byte[] json = piece.json().getBytes(StandardCharsets.UTF_8);
      pieces.add(json);
      size += json.length;
    }
    Tail.Slice slice = new Tail.Slice(pieces, size, portion.cursor().seq(), portion.more());
    return render(slice, portion.cursor().text(), now);
  }

  private boolean isOnTail(Cursor from) {
    return from.snapshotEnd() == 0
        && from.within() == null
        && from.epoch().equals(epoch)
        && from.seq() <= committed.get();
  }

  private Portion fromDatabase(UserId user, @Nullable Cursor from, int limit, Instant now) {
    return database.read(tx -> log.read(tx, Scopes.load(tx, user), from, limit, now));
  }

  private Tail.@Nullable Slice slice(UserId user, long from, int limit) {
    Tail.Slice slice;
    synchronized (tail) {
      Scopes reader = scopes.get(user);
      if (tail.head() < committed.get() || tail.head() == 0 || reader == null) {
        reader = catchUp(user);
      }
      slice = tail.slice(reader, log.after(Cursor.at(epoch, from)), limit);
    }
    tellPersons();
    return slice;
  }

  private Scopes catchUp(UserId user) {
    Scopes known = scopes.get(user);
    long until = committed.get();
    if (known != null && tail.isNear(until)) {
      List<LogEntry> fresh = database.look(tail::fresh);
      if (fresh.stream().noneMatch(entry -> entry.is(EntryKind.USER_SCOPE))) {
        tail.append(fresh, until);
        return known;
      }
    }
    return database.read(tx -> {
      List<String> moved = new ArrayList<>();
      if (tail.advance(tx, moved)) {
        scopes.clear();
      }
      moved.forEach(mover -> scopes.remove(new UserId(mover)));
      Scopes reader = scopes.get(user);
      if (reader == null) {
        reader = Scopes.load(tx, user);
        scopes.put(user, reader);
      }
      return reader;
    });
  }

  private static Page render(Tail.Slice slice, String cursor, Instant now) {
    String end =
        "],\"cursor\":\""
            + cursor
            + "\",\"more\":"
            + slice.more()
            + ",\"relayTime\":\""
            + Json.time(now)
            + "\"}";
    byte[] tail = end.getBytes(StandardCharsets.UTF_8);
    int commas = Math.max(0, slice.pieces().size() - 1);
    byte[] page = new byte[HEAD.length + slice.bytes() + commas + tail.length];
    int at = put(page, 0, HEAD);
    for (int i = 0; i < slice.pieces().size(); i++) {
      if (i > 0) {
        page[at++] = ',';
      }
      at = put(page, at, slice.pieces().get(i));
    }
    put(page, at, tail);
    return new Page(page, cursor, slice.pieces().size(), slice.more());
  }

  private static int put(byte[] page, int at, byte[] piece) {
    System.arraycopy(piece, 0, page, at, piece.length);
    return at + piece.length;
  }
}
