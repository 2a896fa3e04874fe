package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is there. A person with an open stream on any node has the availability last chosen; one
 * without is offline, after a grace in which a broken connection may come back. Nodes renew what
 * they say, so that a node that died does not keep people online. Thread-safe.
 */
public final class Presence implements Availabilities {

  private static final Duration GRACE = Duration.ofSeconds(45);
  private static final Duration LEASE = Duration.ofSeconds(120);

  private final PeopleTable people;
  private final String node;
  private final Writer writer;
  private final PresenceListener listener;
  private final Map<UserId, Integer> streams = new HashMap<>();

  Presence(PeopleTable people, String node, Writer writer, PresenceListener listener) {
    this.people = people;
    this.node = node;
    this.writer = writer;
    this.listener = listener;
  }

  void connected(UserId user) {
    boolean first;
    synchronized (streams) {
      first = streams.merge(user, 1, Integer::sum) == 1;
    }
    if (first) {
      writer.write(write -> {
        write
            .tx()
            .run(
                """
                INSERT INTO presence (node, user_id, streams, alive_until) VALUES (?, ?, 1, ?)
                ON CONFLICT (node, user_id) DO UPDATE SET alive_until = excluded.alive_until
                """,
                node,
                user,
                write.now().plus(LEASE));
        offlineDue(write, user, null);
        Person person = people.get(write.tx(), user);
        settle(write, person, person.chosen());
        return true;
      });
    }
  }

  void disconnected(UserId user) {
    boolean last;
    synchronized (streams) {
      Integer left = streams.computeIfPresent(user, (key, count) -> count - 1);
      last = left != null && left <= 0;
      if (last) {
        streams.remove(user);
      }
    }
    if (last) {
      writer.write(write -> {
        write.tx().run("DELETE FROM presence WHERE node = ? AND user_id = ?", node, user);
        if (!isConnected(write.tx(), user)) {
          offlineDue(write, user, write.now().plus(GRACE));
        }
        return true;
      });
    }
  }

  @Override
  public long choose(Write write, UserId user, Availability chosen) {
    Person person = people.get(write.tx(), user);
    boolean connected =
        isConnected(write.tx(), user) || person.availability() != Availability.OFFLINE;
    Availability next = connected ? chosen : Availability.OFFLINE;
    if (next != person.availability()) {
      settle(write, person.withAvailability(person.availability(), chosen, write.now()), next);
    } else if (chosen != person.chosen()) {
      Instant since = person.availableSince() == null ? write.now() : person.availableSince();
      PeopleTable.update(write, person.withAvailability(next, chosen, since));
    }
    return write.seq();
  }

  /** Takes everybody offline at once, who is not connected: for a node that starts alone. */
  void startAlone(Write write) {
    write.tx().run("DELETE FROM presence");
    write
        .tx()
        .run(
            "UPDATE person SET offline_due = ? WHERE availability <> 'offline' AND offline_due IS"
                + " NULL",
            write.now().plus(GRACE));
  }

  @Override
  public void settleDue(Write write) {
    Tx tx = write.tx();
    Instant now = write.now();
    List<UserId> lapsed =
        tx.list(
            "SELECT user_id FROM presence WHERE alive_until < ? AND node <> ? ORDER BY user_id",
            row -> new UserId(row.text(1)),
            now,
            node);
    if (!lapsed.isEmpty()) {
      tx.run("DELETE FROM presence WHERE alive_until < ? AND node <> ?", now, node);
      lapsed.stream()
          .filter(user -> !isConnected(tx, user))
          .forEach(u -> offlineDue(write, u, now));
    }
    tx.run(
        "UPDATE presence SET alive_until = ? WHERE node = ? AND alive_until < ?",
        now.plus(LEASE),
        node,
        now.plus(LEASE.dividedBy(2)));
    List<UserId> gone =
        tx.list(
            "SELECT id FROM person WHERE offline_due <= ? ORDER BY id",
            row -> new UserId(row.text(1)),
            now);
    for (UserId user : gone) {
      offlineDue(write, user, null);
      if (!isConnected(tx, user)) {
        settle(write, people.get(tx, user), Availability.OFFLINE);
      }
    }
  }

  @Override
  public Instant nextDue(Tx tx) {
    Instant grace =
        tx.first(
                "SELECT MIN(offline_due) FROM person WHERE offline_due IS NOT NULL",
                row -> row.timeOrNull(1) == null ? Instant.MAX : row.time(1))
            .orElse(Instant.MAX);
    Instant lease =
        tx.first(
                "SELECT MIN(alive_until) FROM presence WHERE node <> ?",
                row -> row.timeOrNull(1) == null ? Instant.MAX : row.time(1).plusMillis(1),
                node)
            .orElse(Instant.MAX);
    Instant renewal =
        tx.first(
                "SELECT MIN(alive_until) FROM presence WHERE node = ?",
                row ->
                    row.timeOrNull(1) == null
                        ? Instant.MAX
                        : row.time(1).minus(LEASE.dividedBy(2)).plusMillis(1),
                node)
            .orElse(Instant.MAX);
    Instant earliest = grace.isBefore(lease) ? grace : lease;
    return renewal.isBefore(earliest) ? renewal : earliest;
  }

  private void settle(Write write, Person person, Availability next) {
    if (person.availability() == next) {
      return;
    }
    Person after = person.withAvailability(next, person.chosen(), write.now());
    PeopleTable.update(write, after);
    listener.availabilityChanged(write, person, after);
  }

  private static boolean isConnected(Tx tx, UserId user) {
    return tx.exists("SELECT 1 FROM presence WHERE user_id = ?", user);
  }

  private static void offlineDue(Write write, UserId user, @Nullable Instant due) {
    write.tx().run("UPDATE person SET offline_due = ? WHERE id = ?", due, user);
  }
}
