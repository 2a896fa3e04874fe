package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.Visibility;
import app.recado.relay.store.Cells;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The table of people. Stateless. */
public final class PeopleTable implements Directory {

  private static final String SELECT =
      "SELECT id, email, name, role, visibility, may_join, active, chosen, availability,"
          + " available_since, open_dialogs FROM person ";

  @Override
  public Optional<Person> find(Tx tx, UserId id) {
    return tx.remembered(
        Person.class, id, () -> tx.first(SELECT + "WHERE id = ?", PeopleTable::read, id));
  }

  @Override
  public Person get(Tx tx, UserId id) {
    return find(tx, id).orElseThrow();
  }

  static Optional<Person> byEmail(Tx tx, String email) {
    return tx.first(SELECT + "WHERE email = ?", PeopleTable::read, normal(email));
  }

  /** In the order in which they were added. */
  static List<Person> all(Tx tx) {
    return tx.list(SELECT + "ORDER BY id", PeopleTable::read);
  }

  @Override
  public List<Person> active(Tx tx) {
    return tx.list(SELECT + "WHERE active = 1 ORDER BY id", PeopleTable::read);
  }

  @Override
  public Optional<UserId> idOf(Tx tx, String email) {
    return byEmail(tx, email).map(Person::id);
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static void insert(Write write, Person person, String passwordHash) {
    write
        .tx()
        .run(
            "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            person.id(),
            person.email(),
            person.name(),
            person.role(),
            person.visibility(),
            person.mayJoin(),
            person.active(),
            passwordHash,
            person.chosen(),
            person.availability(),
            person.availableSince());
    write.put(person.row());
  }

  static void update(Write write, Person person) {
    write
        .tx()
        .run(
            "UPDATE person SET name = ?, role = ?, visibility = ?, may_join = ?, active = ?,"
                + " chosen = ?, availability = ?, available_since = ?, open_dialogs = ?"
                + " WHERE id = ?",
            person.name(),
            person.role(),
            person.visibility(),
            person.mayJoin(),
            person.active(),
            person.chosen(),
            person.availability(),
            person.availableSince(),
            person.open(),
            person.id());
    write.put(person.row());
  }

  @Override
  public void countOpen(Write write, UserId owner, int difference) {
    find(write.tx(), owner)
        .ifPresent(
            person -> update(write, person.withOpen(Math.max(0, person.open() + difference))));
  }

  @Override
  public void adjustScopes(Write write, Person person) {
    Tx tx = write.tx();
    Set<String> wanted = new TreeSet<>();
    if (person.active()) {
      wanted.add(Scopes.of(person.id()));
      if (person.visibility() == Visibility.ALL) {
        wanted.add(Scopes.ALL);
      }
      if (person.leads()) {
        wanted.add(Scopes.LEAD);
      }
      for (ChannelId channel : queuesOf(tx, person.id())) {
        wanted.add(Scopes.ofQueue(channel));
        if (person.visibility() == Visibility.CHANNELS) {
          wanted.add(Scopes.of(channel));
        }
      }
    }
    Set<String> present =
        new TreeSet<>(
            tx.list(
                "SELECT scope FROM user_scope WHERE user_id = ? AND present = 1",
                row -> row.text(1),
                person.id()));
    for (String scope : wanted) {
      if (!present.contains(scope)) {
        write.moveUser(person.id(), scope, true);
      }
    }
    for (String scope : present) {
      if (!wanted.contains(scope)) {
        write.moveUser(person.id(), scope, false);
      }
    }
  }

  /** Whether somebody active but this person is an administrator. */
  static boolean isAnotherAdmin(Tx tx, UserId besides) {
    return tx.exists(
        "SELECT 1 FROM person WHERE role = 'admin' AND active = 1 AND id <> ?", besides);
  }

  /** People who lead and are not yet told what leaders are told: they were here before it was. */
  static List<Person> leadersWithoutScope(Tx tx) {
    return tx.list(
        SELECT
            + "WHERE role <> 'agent' AND active = 1 AND NOT EXISTS (SELECT 1 FROM user_scope s"
            + " WHERE s.user_id = person.id AND s.scope = ? AND s.present = 1) ORDER BY id",
        PeopleTable::read,
        Scopes.LEAD);
  }

  private static List<ChannelId> queuesOf(Tx tx, UserId user) {
    return tx.list(
        "SELECT channel_id FROM queue_agent WHERE user_id = ? ORDER BY channel_id",
        row -> new ChannelId(row.text(1)),
        user);
  }

  private static Person read(Cells row) {
    return new Person(
        new UserId(row.text(1)),
        row.text(2),
        row.text(3),
        constant(Role.class, row.text(4)),
        constant(Visibility.class, row.text(5)),
        row.flag(6),
        row.flag(7),
        constant(Availability.class, row.text(8)),
        constant(Availability.class, row.text(9)),
        row.timeOrNull(10),
        row.number(11));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
