package app.recado.client.cache;

import app.recado.protocol.CannedRow;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogRow;
import app.recado.protocol.DraftRow;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MentionRow;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.RowKind;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserRow;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the relay said, untouched, and how far the desk has listened. Holds nothing that cannot be
 * fetched again. Engine thread only.
 */
public final class Cache implements AutoCloseable {
  private static final String CURSOR = "cursor";
  private static final String HEAD = "head";
  private static final String REBUILDING = "rebuilding";

  private final Path file;
  private final Database database;
  private final Map<String, Optional<String>> known = new HashMap<>();

  public final RowTable<UserRow> users;
  public final RowTable<ChannelRow> channels;
  public final RowTable<CustomerRow> customers;
  public final RowTable<DialogRow> dialogs;
  public final RowTable<ReadingRow> readings;
  public final RowTable<DraftRow> drafts;
  public final RowTable<CannedRow> canned;
  public final RowTable<MacroRow> macros;
  public final RowTable<MentionRow> mentions;
  public final RowTable<SettingsRow> settings;
  public final RowTable<ScheduledRow> scheduled;
  public final MessageTable messages;

  private Cache(Path file, Database database) {
    this.file = file;
    this.database = database;
    users = new RowTable<>(database, "person", UserRow.class, row -> 0);
    channels = new RowTable<>(database, "channel", ChannelRow.class, row -> 0);
    customers = new RowTable<>(database, "customer", CustomerRow.class, row -> 0);
    dialogs =
        new RowTable<>(
            database, "dialog", DialogRow.class, row -> row.session().status().group().ordinal());
    readings = new RowTable<>(database, "reading", ReadingRow.class, row -> 0);
    drafts = new RowTable<>(database, "draft", DraftRow.class, row -> 0);
    canned = new RowTable<>(database, "canned", CannedRow.class, row -> 0);
    macros = new RowTable<>(database, "macro", MacroRow.class, row -> 0);
    settings = new RowTable<>(database, "settings", SettingsRow.class, row -> 0);
    scheduled = new RowTable<>(database, "scheduled", ScheduledRow.class, row -> 0);
    mentions = new RowTable<>(database, "mention", MentionRow.class, row -> 0);
    messages = new MessageTable(database);
  }

  /**
   * Opens the cache in a profile's folder.
   *
   * @throws CacheException with {@link CacheException#isDamage} if the file is not readable as one
   */
  public static Cache open(Path folder, Durability durability) {
    Path file = file(folder);
    Database database = Database.open(file, durability);
    try {
      Migrations.CACHE.run(database);
      return new Cache(file, database);
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /** Lets go of the pages read so far: what was read once for the lists is not read again soon. */
  public void forgetPages() {
    database.execute("PRAGMA shrink_memory");
  }

  static Path file(Path folder) {
    return folder.resolve("cache.db");
  }

  /** A reader beside this writer. */
  public CacheReader reader() {
    return new CacheReader(file);
  }

  /** Runs something in one transaction. */
  public <T> T transaction(Supplier<T> work) {
    return write(work::get);
  }

  private <T> T write(Database.Work<T> work) {
    try {
      return database.transaction(work);
    } catch (RuntimeException | Error failure) {
      known.clear();
      throw failure;
    }
  }

  /** Where the next page begins; null before first contact. */
  public @Nullable String cursor() {
    return meta(CURSOR);
  }

  /** The highest number among the changes applied. */
  public long head() {
    String head = meta(HEAD);
    return head == null ? 0 : Long.parseLong(head);
  }

  /** Moves on. To be called in the transaction that stores what lies before. */
  public void moveTo(String cursor, long head) {
    write(() -> {
      set(CURSOR, cursor);
      set(HEAD, Long.toString(head));
      return true;
    });
  }

  /** Whether a fresh snapshot is being taken while the rows of before are still shown. */
  public boolean isRebuilding() {
    return meta(REBUILDING) != null;
  }

  /** Forgets the cursor but keeps the rows, until {@link #endRebuild}. */
  public void beginRebuild() {
    write(() -> {
      database.execute("DELETE FROM confirmed");
      database.execute("DELETE FROM meta WHERE name IN ('cursor', 'head')");
      known.clear();
      set(REBUILDING, "1");
      return true;
    });
  }

  /** Notes that the snapshot has a row; returns whether this is the first time it says so. */
  public boolean confirm(RowKind kind, String id) {
    return database.transaction(() -> {
      PreparedStatement statement =
          database.prepare("INSERT OR IGNORE INTO confirmed (kind, id) VALUES (?, ?)");
      statement.setString(1, name(kind));
      statement.setString(2, id);
      return statement.executeUpdate() > 0;
    });
  }

  /** Drops what the snapshot did not confirm. */
  public void endRebuild() {
    write(() -> {
      users.removeUnconfirmed(name(RowKind.USER));
      channels.removeUnconfirmed(name(RowKind.CHANNEL));
      customers.removeUnconfirmed(name(RowKind.CUSTOMER));
      dialogs.removeUnconfirmed(name(RowKind.DIALOG));
      readings.removeUnconfirmed(name(RowKind.READING));
      drafts.removeUnconfirmed(name(RowKind.DRAFT));
      canned.removeUnconfirmed(name(RowKind.CANNED));
      macros.removeUnconfirmed(name(RowKind.MACRO));
      settings.removeUnconfirmed(name(RowKind.SETTINGS));
      scheduled.removeUnconfirmed(name(RowKind.SCHEDULED));
      mentions.removeUnconfirmed(name(RowKind.MENTION));
      messages.removeUnconfirmed();
      database.execute("DELETE FROM confirmed");
      database.execute("DELETE FROM meta WHERE name = 'rebuilding'");
      known.clear();
      return true;
    });
  }

  private static String name(RowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable String meta(String name) {
    return known.computeIfAbsent(name, one -> Optional.ofNullable(read(one))).orElse(null);
  }

  private @Nullable String read(String name) {
    return database.<@Nullable String>read(() -> {
      PreparedStatement statement = database.prepare("SELECT value FROM meta WHERE name = ?");
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    });
  }

  private void set(String name, String value) {
    database.transaction(() -> {
      PreparedStatement statement =
          database.prepare(
              "INSERT INTO meta (name, value) VALUES (?, ?)"
                  + " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
      statement.setString(1, name);
      statement.setString(2, value);
      return statement.executeUpdate();
    });
    known.put(name, Optional.of(value));
  }

  @Override
  public void close() {
    database.close();
  }
}
