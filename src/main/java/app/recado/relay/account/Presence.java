package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.protocol.DeviceId;
import app.recado.protocol.UserId;
import app.recado.relay.store.Cells;
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
 * Who is there. A device with an open stream on any node, or from which a request came lately, is
 * there, after its stream broke for a grace in which it may come back. A person of whom a device is
 * there has the availability last chosen, but is away while nobody touches any of them; anybody
 * else is offline. Nodes renew what they say, so that a node that died does not keep people online.
 * Thread-safe.
 */
public final class Presence implements Availabilities {

  private static final Duration GRACE = Duration.ofSeconds(45);
  private static final Duration LEASE = Duration.ofSeconds(120);

  /** How long a device stays there that opens no stream, after its last request. */
  private static final Duration SILENCE = Duration.ofSeconds(120);

  /** Requests of one device in this time count as one. */
  private static final Duration HEARING = Duration.ofSeconds(30);

  private final PeopleTable people;
  private final String node;
  private final Writer writer;
  private final PresenceListener listener;
  private final InstantSource clock;
  private final Map<Caller, Integer> streams = new HashMap<>();
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

  void connected(Caller caller) {
    boolean first;
    synchronized (streams) {
      first = streams.merge(caller, 1, Integer::sum) == 1;
    }
    if (first) {
      writer.write(write -> {
        write
            .tx()
            .run(
                """
                INSERT INTO presence (node, user_id, device_id, alive_until) VALUES (?, ?, ?, ?)
                ON CONFLICT (node, user_id, device_id)
                DO UPDATE SET alive_until = excluded.alive_until
                """,
                node,
                caller.user(),
                caller.device(),
                write.now().plus(LEASE));
        thereUntil(write, caller, null);
        settle(write, caller.user());
        return true;
      });
    }
  }

  void disconnected(Caller caller) {
    boolean last;
    synchronized (streams) {
      Integer left = streams.computeIfPresent(caller, (key, count) -> count - 1);
      last = left != null && left <= 0;
      if (last) {
        streams.remove(caller);
      }
    }
    if (last) {
      writer.write(write -> {
        int was =
            write
                .tx()
                .run(
                    "DELETE FROM presence WHERE node = ? AND user_id = ? AND device_id = ?",
                    node,
                    caller.user(),
                    caller.device());
        // Of a device that was signed out nothing is left to go.
        if (was > 0 && !isConnected(write.tx(), caller)) {
          thereUntil(write, caller, write.now().plus(GRACE));
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
    remain(write, caller);
    settle(write, caller.user());
  }

  /** A device without a stream stays there for a while. */
  private static void remain(Write write, Caller caller) {
    if (!isConnected(write.tx(), caller)) {
      thereUntil(write, caller, write.now().plus(SILENCE));
    }
  }

  /** A device was signed out: who has no other is gone at once. */
  void left(Write write, Caller caller) {
    heard.remove(caller);
    write
        .tx()
        .run(
            "DELETE FROM presence WHERE user_id = ? AND device_id = ?",
            caller.user(),
            caller.device());
    thereUntil(write, caller, null);
    settle(write, caller.user());
  }

  /** Somebody may come no more: gone at once. */
  void ended(Write write, UserId user) {
    heard.keySet().removeIf(caller -> caller.user().equals(user));
    write.tx().run("DELETE FROM presence WHERE user_id = ?", user);
    write.tx().run("UPDATE device SET there_until = NULL WHERE user_id = ?", user);
    settle(write, user);
  }

  @Override
  public long choose(Write write, Caller caller, Availability chosen) {
    remain(write, caller);
    touched(write, caller, true);
    Person person = people.get(write.tx(), caller.user());
    if (chosen != person.availability()) {
      settle(write, person.withAvailability(person.availability(), chosen, write.now()));
    } else if (chosen != person.chosen()) {
      Instant since = person.availableSince() == null ? write.now() : person.availableSince();
      PeopleTable.update(write, person.withAvailability(chosen, chosen, since));
    }
    return write.seq();
  }

  @Override
  public long idle(Write write, Caller caller, boolean idle) {
    remain(write, caller);
    touched(write, caller, !idle);
    settle(write, caller.user());
    return write.seq();
  }

  private static void touched(Write write, Caller caller, boolean touched) {
    write
        .tx()
        .run(
            "UPDATE device SET idle = ? WHERE user_id = ? AND id = ?",
            !touched,
            caller.user(),
            caller.device());
  }

  /**
   * Gives everybody who was there a grace in which to come back: for a node that starts alone. A
   * stream from before it knows nothing of.
   */
  void startAlone(Write write) {
    Tx tx = write.tx();
    tx.run(
        """
        UPDATE device SET there_until = ?
        WHERE there_until IS NOT NULL OR EXISTS (SELECT 1 FROM presence p
          WHERE p.user_id = device.user_id AND p.device_id = device.id)
        """,
        write.now().plus(GRACE));
    tx.run("DELETE FROM presence");
  }

  @Override
  public void settleDue(Write write) {
    Tx tx = write.tx();
    Instant now = write.now();
    List<Caller> lapsed =
        tx.list(
            "SELECT user_id, device_id FROM presence WHERE alive_until < ? AND node <> ?"
                + " ORDER BY user_id, device_id",
            Presence::caller,
            now,
            node);
    if (!lapsed.isEmpty()) {
      tx.run("DELETE FROM presence WHERE alive_until < ? AND node <> ?", now, node);
      lapsed.stream()
          .filter(caller -> !isConnected(tx, caller))
          .forEach(caller -> thereUntil(write, caller, now));
    }
    tx.run(
        "UPDATE presence SET alive_until = ? WHERE node = ? AND alive_until < ?",
        now.plus(LEASE),
        node,
        now.plus(LEASE.dividedBy(2)));
    List<Caller> gone =
        tx.list(
            "SELECT user_id, id FROM device WHERE there_until <= ? ORDER BY user_id, id",
            Presence::caller,
            now);
    gone.forEach(caller -> thereUntil(write, caller, null));
    gone.stream().map(Caller::user).distinct().forEach(user -> settle(write, user));
  }

  @Override
  public Instant nextDue(Tx tx) {
    Instant grace =
        tx.first(
                "SELECT MIN(there_until) FROM device",
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

  private void settle(Write write, UserId user) {
    settle(write, people.get(write.tx(), user));
  }

  private void settle(Write write, Person person) {
    Availability next = person.active() ? of(write.tx(), person) : Availability.OFFLINE;
    if (person.availability() == next) {
      return;
    }
    Person after = person.withAvailability(next, person.chosen(), write.now());
    PeopleTable.update(write, after);
    listener.availabilityChanged(write, person, after);
  }

  /** What holds for somebody who chose this, by the devices that are there. */
  private static Availability of(Tx tx, Person person) {
    List<Boolean> idle =
        tx.list(
            """
            SELECT idle FROM device
            WHERE user_id = ? AND (there_until IS NOT NULL OR EXISTS (SELECT 1 FROM presence p
              WHERE p.user_id = device.user_id AND p.device_id = device.id))
            """,
            row -> row.flag(1),
            person.id());
    if (idle.isEmpty()) {
      return Availability.OFFLINE;
    }
    boolean untouched = !idle.contains(false);
    return untouched && person.chosen() == Availability.ONLINE
        ? Availability.AWAY
        : person.chosen();
  }

  private static Caller caller(Cells row) {
    return new Caller(new UserId(row.text(1)), new DeviceId(row.text(2)));
  }

  private static boolean isConnected(Tx tx, Caller caller) {
    return tx.exists(
        "SELECT 1 FROM presence WHERE user_id = ? AND device_id = ?",
        caller.user(),
        caller.device());
  }

  private static void thereUntil(Write write, Caller caller, @Nullable Instant until) {
    write
        .tx()
        .run(
            "UPDATE device SET there_until = ? WHERE user_id = ? AND id = ?",
            until,
            caller.user(),
            caller.device());
  }
}
