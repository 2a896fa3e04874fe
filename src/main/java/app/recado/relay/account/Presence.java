package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is there. A person with an open stream on any node, or of whom a request came lately, has the
 * availability last chosen; anybody else is offline, after a grace in which a broken connection may
 * come back. Nodes renew what they say, so that a node that died does not keep people online.
 * Thread-safe.
 */
public final class Presence implements Availabilities {

  private static final Duration GRACE = Duration.ofSeconds(45);
  private static final Duration LEASE = Duration.ofSeconds(120);

  /** How long a person stays there who opens no stream, after the last request. */
  private static final Duration SILENCE = Duration.ofSeconds(120);

  /** Requests of one device in this time count as one. */
  private static final Duration HEARING = Duration.ofSeconds(30);

  private final PeopleTable people;
  private final String node;
  private final Writer writer;
  private final PresenceListener listener;
  private final InstantSource clock;
  private final Map<UserId, Integer> streams = new HashMap<>();
  private final Map<Caller, Instant> heard = new ConcurrentHashMap<>();

  Presence(
      PeopleTable people,
      String node,
      Writer writer,
      PresenceListener listener,
      InstantSource clock) {
    this.people = people;
    this.clock = clock;
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

  /** A request of this device came. */
  void heard(Caller caller) {
    Instant now = clock.instant();
    Instant last = heard.get(caller);
    if (last == null || Duration.between(last, now).abs().compareTo(HEARING) >= 0) {
      writer.write(write -> {
        heard(write, caller);
        return true;
      });
      heard.put(caller, now);
    }
  }

  void heard(Write write, Caller caller) {
    write
        .tx()
        .run(
            "UPDATE device SET seen_at = ? WHERE user_id = ? AND id = ?",
            write.now(),
            caller.user(),
            caller.device());
    remain(write, caller.user());
    Person person = people.get(write.tx(), caller.user());
    settle(write, person, person.chosen());
  }

  /** Somebody without a stream stays there for a while. */
  private static void remain(Write write, UserId user) {
    if (!isConnected(write.tx(), user)) {
      offlineDue(write, user, write.now().plus(SILENCE));
    }
  }

  /** A device was signed out: who has no other is gone at once. */
  void left(Write write, Caller caller) {
    heard.remove(caller);
    boolean elsewhere =
        isConnected(write.tx(), caller.user())
            || write
                .tx()
                .exists(
                    """
                    SELECT 1 FROM token t JOIN device d ON d.user_id = t.user_id AND d.id = t.device_id
                    WHERE t.user_id = ? AND t.ended IS NULL AND d.seen_at > ?
                    """,
                    caller.user(),
                    write.now().minus(SILENCE));
    if (!elsewhere) {
      offlineDue(write, caller.user(), null);
      settle(write, people.get(write.tx(), caller.user()), Availability.OFFLINE);
    }
  }

  /** Somebody may come no more: gone at once. */
  void ended(Write write, UserId user) {
    heard.keySet().removeIf(caller -> caller.user().equals(user));
    write.tx().run("DELETE FROM presence WHERE user_id = ?", user);
    offlineDue(write, user, null);
    settle(write, people.get(write.tx(), user), Availability.OFFLINE);
  }

  @Override
  public long choose(Write write, UserId user, Availability chosen) {
    Person person = people.get(write.tx(), user);
    remain(write, user);
    if (chosen != person.availability()) {
      settle(write, person.withAvailability(person.availability(), chosen, write.now()), chosen);
    } else if (chosen != person.chosen()) {
      Instant since = person.availableSince() == null ? write.now() : person.availableSince();
      PeopleTable.update(write, person.withAvailability(chosen, chosen, since));
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
    boolean barred = !person.active() && next != Availability.OFFLINE;
    if (person.availability() == next || barred) {
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
