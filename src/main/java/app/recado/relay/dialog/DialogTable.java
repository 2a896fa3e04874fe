package app.recado.relay.dialog;

import app.recado.protocol.ChannelId;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.relay.account.Directory;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.store.Cells;
import app.recado.relay.store.ChangeLog;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dialogs and their latest sessions. */
final class DialogTable {

  /** A dialog and how it was when it was loaded, so that saving knows what changed. */
  static final class Loaded {
    final Dialog dialog;
    private final List<@Nullable Object> values;
    private final Set<String> scopes;
    private final @Nullable UserId openOwner;
    private final SessionId session;
    private final boolean open;
    private final Instant updatedAt;

    private Loaded(Dialog dialog, @Nullable Instant due) {
      this.dialog = dialog;
      this.values = DialogTable.values(dialog, due);
      this.scopes = dialog.scopes();
      this.openOwner = dialog.openOwner();
      this.session = dialog.session;
      this.open = dialog.isOpen();
      this.updatedAt = dialog.updatedAt;
    }

    private @Nullable Instant due() {
      return (Instant) values.getLast();
    }
  }

  /** What never changes of a dialog. */
  private static final List<String> KEYS =
      List.of("id", "channel_id", "connector_id", "customer_id", "created_at");

  private static final List<String> VALUES =
      List.of(
          "title",
          "participants",
          "last_message",
          "last_position",
          "last_public",
          "public_version",
          "updated_at",
          "session_id",
          "session_number",
          "status",
          "session_channel",
          "owner",
          "owner_by",
          "owner_since",
          "owner_how",
          "offered_to",
          "offered_until",
          "tried",
          "pinned",
          "started_at",
          "accepted_at",
          "waiting_since",
          "first_reply",
          "ended_at",
          "ended_by",
          "rating",
          "replied_at",
          "told_no_answer",
          "tags",
          "priority",
          "snoozed_until",
          "parent",
          "due_at");

  private static final String COLUMNS =
      String.join(", ", KEYS) + ", " + String.join(", ", VALUES) + " ";

  private static final String SELECT = "SELECT " + COLUMNS + "FROM dialog ";

  private static final String INSERT =
      "INSERT INTO dialog ("
          + COLUMNS
          + ") VALUES (?"
          + ", ?".repeat(KEYS.size() + VALUES.size() - 1)
          + ")";

  private final Directory people;
  private final ChannelDirectory channels;

  DialogTable(Directory people, ChannelDirectory channels) {
    this.people = people;
    this.channels = channels;
  }

  static Optional<Loaded> find(Tx tx, DialogId id) {
    Optional<Stored> remembered = tx.rememberedDialog(Stored.class, id);
    if (remembered.isPresent()) {
      return remembered.map(stored -> new Loaded(stored.dialog.copy(), stored.due));
    }
    Optional<Loaded> found = tx.first(SELECT + "WHERE id = ?", DialogTable::read, id);
    found.ifPresent(loaded -> remember(tx, loaded.dialog, loaded.due()));
    return found;
  }

  /** A dialog as it is stored. */
  private record Stored(Dialog dialog, @Nullable Instant due) {}

  private static void remember(Tx tx, Dialog dialog, @Nullable Instant due) {
    tx.rememberDialog(dialog.id, new Stored(dialog.copy(), due));
  }

  static Optional<Loaded> ofCustomer(Tx tx, ConnectorId connector, CustomerId customer) {
    return tx.first(
        SELECT + "WHERE connector_id = ? AND customer_id = ?",
        DialogTable::read,
        connector,
        customer);
  }

  static List<DialogId> ids(Tx tx, String condition, @Nullable Object... arguments) {
    return tx.list(
        "SELECT id FROM dialog WHERE " + condition, row -> new DialogId(row.text(1)), arguments);
  }

  /** Stores a dialog none of whose rows is logged yet. */
  static Loaded insert(Write write, Dialog dialog) {
    write.openScopes(dialog.id, dialog.scopes());
    List<@Nullable Object> values =
        new ArrayList<>(
            List.of(
                dialog.id, dialog.channel, dialog.connector, dialog.customer, dialog.createdAt));
    values.addAll(values(dialog, null));
    write.tx().run(INSERT, values.toArray());
    startSession(write, dialog);
    return new Loaded(dialog, null);
  }

  /**
   * Stores what became of it, logs the row and who can see it now.
   *
   * @return the number of the change
   */
  long save(Write write, Loaded loaded) {
    Dialog dialog = loaded.dialog;
    Instant sleeping = write.now().minus(ChangeLog.workingSet()).plus(Duration.ofDays(1));
    if (!loaded.open && loaded.updatedAt.isBefore(sleeping)) {
      write.wake(dialog.id);
    }
    dialog.updatedAt = write.now();
    update(write.tx(), loaded, values(dialog, due(write, dialog)));
    saveSession(write, loaded);
    if (!Objects.equals(loaded.openOwner, dialog.openOwner())) {
      if (loaded.openOwner != null) {
        people.countOpen(write, loaded.openOwner, -1);
      }
      UserId owner = dialog.openOwner();
      if (owner != null) {
        people.countOpen(write, owner, +1);
      }
    }
    long seq = write.put(dialog.row(), dialog.id);
    // behind the rows, so that whoever sees them from now on is told all of them under one number
    saveScopes(write, loaded);
    remember(write.tx(), dialog, loaded.due());
    return seq;
  }

  /** As {@link #save}, but only if there is anything to store. */
  void saveChanges(Write write, Loaded loaded) {
    if (!values(loaded.dialog, due(write, loaded.dialog)).equals(loaded.values)) {
      save(write, loaded);
    }
  }

  /** Stores when time next changes it, which no reader is told. */
  void reschedule(Write write, Loaded loaded) {
    Instant due = due(write, loaded.dialog);
    if (!Objects.equals(due, loaded.due())) {
      update(write.tx(), loaded, values(loaded.dialog, due));
      remember(write.tx(), loaded.dialog, due);
    }
  }

  private @Nullable Instant due(Write write, Dialog dialog) {
    return Duties.due(dialog, channels.get(write.tx(), dialog.sessionChannel).settings());
  }

  /**
   * Writes only what changed: a column that is named costs its indexes' rewriting, changed or not.
   */
  private static void update(Tx tx, Loaded loaded, List<@Nullable Object> values) {
    StringJoiner changes = new StringJoiner(" = ?, ", "UPDATE dialog SET ", " = ? WHERE id = ?");
    List<@Nullable Object> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!Objects.equals(values.get(i), loaded.values.get(i))) {
        changes.add(VALUES.get(i));
        arguments.add(values.get(i));
      }
    }
    if (!arguments.isEmpty()) {
      arguments.add(loaded.dialog.id);
      tx.run(changes.toString(), arguments.toArray());
    }
    loaded.values.clear();
    loaded.values.addAll(values);
  }

  private static void saveSession(Write write, Loaded loaded) {
    Dialog dialog = loaded.dialog;
    if (!loaded.session.equals(dialog.session)) {
      if (loaded.open) {
        closeSilently(write, loaded);
      }
      startSession(write, dialog);
    }
    boolean ended = loaded.open && !dialog.isOpen();
    boolean startedAndEnded = !loaded.session.equals(dialog.session) && !dialog.isOpen();
    if (ended || startedAndEnded || dialog.rating != null) {
      write
          .tx()
          .run(
              "UPDATE session SET status = ?, ended_at = ?, ended_by = ?, rating = ? WHERE id = ?",
              dialog.status,
              dialog.endedAt,
              dialog.endedBy,
              dialog.rating,
              dialog.session);
    }
  }

  /** Of the session that another took the place of. */
  private static void closeSilently(Write write, Loaded loaded) {
    write
        .tx()
        .run(
            "UPDATE session SET status = ?, ended_at = ?, ended_by = ? WHERE id = ?",
            SessionStatus.CLOSED_SILENTLY,
            write.now(),
            loaded.dialog.owner,
            loaded.session);
  }

  private static void startSession(Write write, Dialog dialog) {
    write
        .tx()
        .run(
            "INSERT INTO session (id, dialog_id, number, started_at, parent) VALUES (?, ?, ?, ?,"
                + " ?)",
            dialog.session,
            dialog.id,
            dialog.number,
            dialog.startedAt,
            dialog.parent);
  }

  private static void saveScopes(Write write, Loaded loaded) {
    Set<String> now = loaded.dialog.scopes();
    for (String scope : now) {
      if (!loaded.scopes.contains(scope)) {
        write.moveDialog(loaded.dialog.id, scope, true);
      }
    }
    for (String scope : loaded.scopes) {
      if (!now.contains(scope)) {
        write.moveDialog(loaded.dialog.id, scope, false);
      }
    }
  }

  /** How a session of the dialog ended; empty if it is none of its sessions or still open. */
  static Optional<SessionStatus> ending(Tx tx, DialogId dialog, SessionId session) {
    return tx.first(
        "SELECT status FROM session WHERE id = ? AND dialog_id = ? AND ended_at IS NOT NULL",
        row -> SessionStatus.valueOf(row.text(1).toUpperCase(Locale.ROOT)),
        session,
        dialog);
  }

  /** Whether a session of any dialog has this id. */
  static boolean hasSession(Tx tx, SessionId session) {
    return tx.exists("SELECT 1 FROM session WHERE id = ?", session);
  }

  /** Whether a dialog was ever in one of a person's present or former scopes. */
  static boolean wasEverVisible(Tx tx, DialogId dialog, UserId user) {
    return tx.exists(
        """
        SELECT 1 FROM dialog_scope d JOIN user_scope u ON u.scope = d.scope
        WHERE d.dialog_id = ? AND u.user_id = ?
        """,
        dialog,
        user);
  }

  /** In the order of {@link #VALUES}. */
  private static List<@Nullable Object> values(Dialog d, @Nullable Instant due) {
    List<@Nullable Object> values = new ArrayList<>(VALUES.size());
    values.add(d.title);
    values.add(joined(d.participants));
    values.add(d.lastMessage);
    values.add(d.lastPosition);
    values.add(d.lastPublic);
    values.add(d.publicVersion);
    values.add(d.updatedAt);
    values.add(d.session);
    values.add(d.number);
    values.add(d.status);
    values.add(d.sessionChannel);
    values.add(d.owner);
    values.add(d.ownerBy);
    values.add(d.ownerSince);
    values.add(d.ownerHow);
    values.add(d.offeredTo);
    values.add(d.offeredUntil);
    values.add(joined(d.tried));
    values.add(d.pinned);
    values.add(d.startedAt);
    values.add(d.acceptedAt);
    values.add(d.waitingSince);
    values.add(d.firstReplySeconds);
    values.add(d.endedAt);
    values.add(d.endedBy);
    values.add(d.rating);
    values.add(d.repliedAt);
    values.add(d.toldNoAnswer);
    values.add(String.join("\n", d.tags));
    values.add(d.priority);
    values.add(d.snoozedUntil);
    values.add(d.parent);
    values.add(due);
    return values;
  }

  private static Loaded read(Cells row) {
    Dialog d =
        new Dialog(
            new DialogId(row.text(1)),
            new ChannelId(row.text(2)),
            new ConnectorId(row.text(3)),
            new CustomerId(row.text(4)),
            new SessionId(row.text(KEYS.size() + 8)),
            (int) row.number(KEYS.size() + 9),
            row.time(KEYS.size()));
    int column = KEYS.size();
    d.title = row.text(++column);
    d.participants = users(row.text(++column));
    String last = row.textOrNull(++column);
    d.lastMessage = last;
    d.lastPosition = row.number(++column);
    d.lastPublic = row.number(++column);
    d.publicVersion = row.number(++column);
    d.updatedAt = row.time(++column);
    column += 2;
    d.status = SessionStatus.valueOf(row.text(++column).toUpperCase(Locale.ROOT));
    d.sessionChannel = new ChannelId(row.text(++column));
    d.owner = user(row.textOrNull(++column));
    d.ownerBy = user(row.textOrNull(++column));
    d.ownerSince = row.timeOrNull(++column);
    String how = row.textOrNull(++column);
    d.ownerHow = how == null ? null : Dialog.OwnerHow.valueOf(how.toUpperCase(Locale.ROOT));
    d.offeredTo = user(row.textOrNull(++column));
    d.offeredUntil = row.timeOrNull(++column);
    d.tried = users(row.text(++column));
    d.pinned = row.flag(++column);
    d.startedAt = row.time(++column);
    d.acceptedAt = row.timeOrNull(++column);
    d.waitingSince = row.timeOrNull(++column);
    d.firstReplySeconds = row.numberOrNull(++column);
    d.endedAt = row.timeOrNull(++column);
    d.endedBy = user(row.textOrNull(++column));
    Long stars = row.numberOrNull(++column);
    d.rating = stars == null ? null : Math.toIntExact(stars);
    d.repliedAt = row.timeOrNull(++column);
    d.toldNoAnswer = row.flag(++column);
    String tags = row.text(++column);
    d.tags = tags.isEmpty() ? List.of() : List.of(tags.split("\n", -1));
    d.priority = Priority.valueOf(row.text(++column).toUpperCase(Locale.ROOT));
    d.snoozedUntil = row.timeOrNull(++column);
    String parent = row.textOrNull(++column);
    d.parent = parent == null ? null : new SessionId(parent);
    return new Loaded(d, row.timeOrNull(++column));
  }

  private static String joined(List<UserId> users) {
    return users.stream().map(UserId::value).collect(Collectors.joining(" "));
  }

  private static List<UserId> users(String joined) {
    List<UserId> users = new ArrayList<>();
    if (!joined.isEmpty()) {
      for (String part : joined.split(" ")) {
        users.add(new UserId(part));
      }
    }
    return users;
  }

  private static @Nullable UserId user(@Nullable String id) {
    return id == null ? null : new UserId(id);
  }
}
