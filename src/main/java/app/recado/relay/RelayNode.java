package app.recado.relay;

import app.recado.protocol.Ids;
import app.recado.relay.account.AccountService;
import app.recado.relay.account.Accounts;
import app.recado.relay.account.Argon2Passwords;
import app.recado.relay.account.AuditTable;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Passwords;
import app.recado.relay.account.PeopleTable;
import app.recado.relay.canned.CannedCommands;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.channel.ChannelEditing;
import app.recado.relay.channel.ChannelService;
import app.recado.relay.channel.ChannelTable;
import app.recado.relay.channel.Channels;
import app.recado.relay.connector.webchat.VisitService;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.Attachments;
import app.recado.relay.dialog.Changes;
import app.recado.relay.dialog.Clockwork;
import app.recado.relay.dialog.Commands;
import app.recado.relay.dialog.DialogRoom;
import app.recado.relay.dialog.Errands;
import app.recado.relay.dialog.History;
import app.recado.relay.dialog.SettingsCommands;
import app.recado.relay.file.FileAttachments;
import app.recado.relay.file.Shelf;
import app.recado.relay.file.UploadService;
import app.recado.relay.file.Uploads;
import app.recado.relay.live.SignalService;
import app.recado.relay.live.Signals;
import app.recado.relay.macro.MacroCommands;
import app.recado.relay.store.Database;
import app.recado.relay.store.Dialect;
import app.recado.relay.store.Feed;
import app.recado.relay.store.GroupWriter;
import app.recado.relay.store.Identity;
import app.recado.relay.store.Nodes;
import app.recado.relay.store.PostgresDatabase;
import app.recado.relay.store.SqliteDatabase;
import app.recado.relay.store.Watch;
import app.recado.relay.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One node of the relay, put together. */
public final class RelayNode implements Relay {

  private final Database database;
  private final Feed feed;
  private final Writer writer;
  private final AccountService accounts;
  private final ChannelService channels;
  private final Commands commands;
  private final Changes changes;
  private final History history;
  private final Visits visits;
  private final Uploads uploads;
  private final Signals signals;
  private final Clockwork clockwork;
  private final @Nullable Watch watch;

  /**
   * Opens a node as programs run it: one thread that writes, one that watches for what others
   * wrote.
   *
   * @param random unpredictable: tokens and salts come of it
   */
  public static RelayNode open(
      RelayOptions options, InstantSource clock, RandomGenerator random, ThreadFactory threads) {
    return open(options, clock, random, threads, new Argon2Passwords(random));
  }

  /** As programs run it, but for how passwords are kept. */
  public static RelayNode open(
      RelayOptions options,
      InstantSource clock,
      RandomGenerator random,
      ThreadFactory threads,
      Passwords passwords) {
    String url = options.database();
    Database database =
        url == null ? SqliteDatabase.open(options.file()) : PostgresDatabase.open(url);
    RelayParts parts =
        RelayParts.inline(passwords, new Shelf(options.files()))
            .with((db, time, committed) -> new GroupWriter(db, time, committed, threads));
    return new RelayNode(database, clock, random, parts, threads);
  }

  /**
   * A node for tests and simulations, with parts of their choice. With an inline writer it has no
   * threads; dropping it without {@link #close} leaves the last commit, as a crash does.
   */
  public static RelayNode inline(
      Database database, InstantSource clock, RandomGenerator random, RelayParts parts) {
    return new RelayNode(database, clock, random, parts, null);
  }

  private RelayNode(
      Database database,
      InstantSource clock,
      RandomGenerator random,
      RelayParts parts,
      @Nullable ThreadFactory threads) {
    this.database = database;
    Identity.settle(database, random);
    Ids ids = new Ids(clock, random);
    String self = ids.next();
    Directory people = new PeopleTable();
    ChannelDirectory table = new ChannelTable();
    AuditTrail audit = new AuditTable(ids);
    Attachments attachments = new FileAttachments();
    DialogRoom room = new DialogRoom(ids, parts.curtain(), people, table, audit, attachments);
    feed = new Feed(database, parts.changes(), clock);
    writer = parts.writer().make(database, clock, feed::committed);
    accounts =
        new AccountService(
            database, writer, clock, parts.passwords(), ids, random, self, room.presenceListener());
    ChannelEditing editing = new ChannelEditing(ids, people, audit, room.channelListener());
    channels = new ChannelService(database, writer, people, editing);
    commands =
        room.commands(
            writer,
            parts.commands(),
            accounts.presence(),
            Errands.either(
                new CannedCommands(table, audit, attachments),
                new MacroCommands(table, people, audit),
                new SettingsCommands(people, accounts.editing(), editing)));
    changes = room.changes(feed);
    history = room.history(database, writer);
    Executor reader = threads == null ? Runnable::run : task -> threads.newThread(task).start();
    visits =
        new VisitService(
            database, writer, room.customerSide(), people, table, feed, reader, ids, random);
    uploads =
        new UploadService(
            database,
            writer,
            parts.shelf(),
            history,
            room.customerSide(),
            clock,
            ids,
            (user, canned) -> database.read(tx -> CannedCommands.sees(tx, user, canned)));
    clockwork = room.clockwork(database, writer, clock, accounts.presence());
    accounts.align();
    channels.align();
    watch = threads == null ? null : Watch.start(database, feed, self, threads);
    Nodes nodes = watch == null ? Nodes.none() : watch;
    signals = new SignalService(history, feed, nodes, accounts.all());
  }

  /**
   * Says that this is the relay that serves, not a program beside it: on SQLite, where only one
   * serves, the streams of a relay before it are forgotten.
   */
  public void serve() {
    if (database.dialect() == Dialect.SQLITE) {
      accounts.startAlone();
    }
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public Changes changes() {
    return changes;
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Visits visits() {
    return visits;
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public Instant tick() {
    feed.poll();
    Instant dialogs = clockwork.tick();
    Instant files = uploads.tick();
    return dialogs.isBefore(files) ? dialogs : files;
  }

  @Override
  public boolean healthy() {
    return database.healthy();
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    writer.close();
    database.close();
  }
}
