package app.recado.relay.channel;

import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import app.recado.relay.store.Cells;
import app.recado.relay.store.RowAudience;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Channels, their connectors and queues. */
public final class ChannelTable implements ChannelDirectory {

  private static final String SELECT =
      "SELECT id, public_key, name, active, settings FROM channel ";

  static final RowAudience LEADERS = new RowAudience.InScope(Scopes.LEAD);

  private final Map<ChannelId, Parsed> parsed = new ConcurrentHashMap<>();

  @Override
  public Optional<Channel> find(Tx tx, ChannelId id) {
    return tx.remembered(
        Channel.class,
        id,
        () -> tx.first(SELECT + "WHERE id = ?", Stored::read, id).map(s -> whole(tx, s)));
  }

  @Override
  public Channel get(Tx tx, ChannelId id) {
    return find(tx, id).orElseThrow();
  }

  @Override
  public Optional<Channel> byKey(Tx tx, String key) {
    return tx.first(SELECT + "WHERE public_key = ?", Stored::read, key)
        .map(stored -> whole(tx, stored));
  }

  List<Channel> all(Tx tx) {
    return tx.list(SELECT + "ORDER BY position, id", Stored::read).stream()
        .map(stored -> whole(tx, stored))
        .toList();
  }

  /** Parsing costs more than reading, and channels rarely change. */
  private ChannelSettings settings(Stored stored) {
    Parsed known = parsed.get(stored.id);
    if (known == null || !known.stored.equals(stored)) {
      known =
          new Parsed(
              stored, SettingsJson.read(stored.settings, stored.name, stored.active, List.of()));
      parsed.put(stored.id, known);
    }
    return known.settings;
  }

  private record Parsed(Stored stored, ChannelSettings settings) {}

  private record Stored(ChannelId id, String key, String name, boolean active, String settings) {
    static Stored read(Cells row) {
      return new Stored(
          new ChannelId(row.text(1)), row.text(2), row.text(3), row.flag(4), row.text(5));
    }
  }

  private Channel whole(Tx tx, Stored stored) {
    List<UserId> agents =
        tx.list(
            "SELECT user_id FROM queue_agent WHERE channel_id = ? ORDER BY position",
            row -> new UserId(row.text(1)),
            stored.id);
    List<ChannelRow.Connector> connectors =
        tx.list(
            "SELECT id, kind, name, switched_on, edit_seconds, delete_seconds FROM connector"
                + " WHERE channel_id = ? ORDER BY id",
            row ->
                new ChannelRow.Connector(
                    new ConnectorId(row.text(1)),
                    row.text(2),
                    row.text(3),
                    row.flag(4),
                    whole(row.numberOrNull(5)),
                    whole(row.numberOrNull(6))),
            stored.id);
    return new Channel(stored.id, stored.key, settings(stored), agents, connectors);
  }

  private static @Nullable Integer whole(@Nullable Long number) {
    return number == null ? null : Math.toIntExact(number);
  }

  static void insert(Write write, Channel channel) {
    Tx tx = write.tx();
    long position = tx.number("SELECT COUNT(*) FROM channel") + 1;
    tx.run(
        "INSERT INTO channel VALUES (?, ?, ?, ?, ?, ?)",
        channel.id(),
        channel.key(),
        channel.settings().name(),
        channel.settings().active(),
        SettingsJson.write(channel.settings()),
        position);
    for (ChannelRow.Connector connector : channel.connectors()) {
      tx.run(
          "INSERT INTO connector VALUES (?, ?, ?, ?, ?, ?, ?)",
          connector.id(),
          channel.id(),
          connector.kind(),
          connector.name(),
          connector.on(),
          connector.editSeconds(),
          connector.deleteSeconds());
    }
    storeQueue(tx, channel);
    write.put(channel.row());
    write.putTo(channel.settingsRow(), LEADERS);
  }

  /** Only what differs is told. */
  static void update(Write write, Channel before, Channel channel) {
    write
        .tx()
        .run(
            "UPDATE channel SET name = ?, active = ?, settings = ? WHERE id = ?",
            channel.settings().name(),
            channel.settings().active(),
            SettingsJson.write(channel.settings()),
            channel.id());
    storeQueue(write.tx(), channel);
    // The queue is part of the row, so what is remembered of a channel is forgotten with it.
    write.put(channel.row());
    if (!channel.settingsRow().equals(before.settingsRow())) {
      write.putTo(channel.settingsRow(), LEADERS);
    }
  }

  /** Channels of a database from before leaders were told their settings. */
  List<Channel> untold(Tx tx) {
    return tx
        .list(
            SELECT
                + "WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.kind = ?"
                + " AND c.row_id = channel.id) ORDER BY id",
            Stored::read,
            RowKind.SETTINGS.ordinal())
        .stream()
        .map(stored -> whole(tx, stored))
        .toList();
  }

  @Override
  public void withdraw(Write write, UserId user) {
    List<ChannelId> queues =
        write
            .tx()
            .list(
                "SELECT channel_id FROM queue_agent WHERE user_id = ? ORDER BY channel_id",
                row -> new ChannelId(row.text(1)),
                user);
    write.tx().run("DELETE FROM queue_agent WHERE user_id = ?", user);
    for (ChannelId id : queues) {
      Channel channel =
          write
              .tx()
              .first(SELECT + "WHERE id = ?", Stored::read, id)
              .map(stored -> whole(write.tx(), stored))
              .orElseThrow();
      write.put(channel.row());
    }
  }

  private static void storeQueue(Tx tx, Channel channel) {
    List<UserId> before =
        tx.list(
            "SELECT user_id FROM queue_agent WHERE channel_id = ?",
            row -> new UserId(row.text(1)),
            channel.id());
    for (UserId user : before) {
      if (!channel.hasAgent(user)) {
        tx.run("DELETE FROM queue_agent WHERE channel_id = ? AND user_id = ?", channel.id(), user);
      }
    }
    long position = 0;
    for (UserId user : channel.agents()) {
      tx.run(
          """
          INSERT INTO queue_agent (channel_id, user_id, position) VALUES (?, ?, ?)
          ON CONFLICT (channel_id, user_id) DO UPDATE SET position = excluded.position
          """,
          channel.id(),
          user,
          ++position);
    }
  }

  @Override
  public long lastAssigned(Tx tx, ChannelId channel, UserId user) {
    return tx.number(
        "SELECT last_assigned FROM queue_agent WHERE channel_id = ? AND user_id = ?",
        channel,
        user);
  }

  @Override
  public void assigned(Write write, ChannelId channel, UserId user) {
    write
        .tx()
        .run(
            """
            UPDATE queue_agent SET last_assigned =
              (SELECT COALESCE(MAX(q.last_assigned), 0) + 1 FROM queue_agent q
               WHERE q.channel_id = ?)
            WHERE channel_id = ? AND user_id = ?
            """,
            channel,
            channel,
            user);
  }
}
