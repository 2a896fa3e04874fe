package app.recado.relay.account;

import app.recado.protocol.DeviceId;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.Visibility;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes people, by the rules: the last administrator remains one. */
final class PeopleEditing implements PeopleEdits {

  static final int LONGEST_NAME = 120;

  private final PeopleTable people;
  private final Presence presence;
  private final AuditTrail audit;
  private final PresenceListener listener;

  PeopleEditing(
      PeopleTable people, Presence presence, AuditTrail audit, PresenceListener listener) {
    this.people = people;
    this.presence = presence;
    this.audit = audit;
    this.listener = listener;
  }

  static String name(String name) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw Refusal.invalid("name", "A name has 1 to " + LONGEST_NAME + " characters.");
    }
    return called;
  }

  static Visibility usual(Role role) {
    return role == Role.AGENT ? Visibility.CHANNELS : Visibility.ALL;
  }

  @Override
  public void save(Write write, UserId actor, Intent.SaveUser save) {
    Person before = known(write.tx(), save.user());
    Role role = Objects.requireNonNullElse(save.role(), before.role());
    Person after =
        before.with(
            save.name() == null ? before.name() : name(save.name()),
            role,
            visibility(before, role, save.visibility()),
            Objects.requireNonNullElse(save.mayJoin(), before.mayJoin()));
    if (after.equals(before)) {
      return;
    }
    if (before.role() == Role.ADMIN && role != Role.ADMIN) {
      keepAnAdmin(write.tx(), before, "role");
    }
    PeopleTable.update(write, after);
    people.adjustScopes(write, after);
    audit.record(write, actor, "user_updated", after.id().value(), difference(before, after));
  }

  private static Visibility visibility(Person before, Role role, @Nullable Visibility wanted) {
    if (wanted == null) {
      return role == before.role() ? before.visibility() : usual(role);
    }
    if (role != Role.AGENT && wanted != Visibility.ALL) {
      throw Refusal.invalid("visibility", "Supervisors and administrators see all dialogs.");
    }
    return wanted;
  }

  private static String difference(Person before, Person after) {
    List<String> parts = new ArrayList<>();
    add(parts, "name", before.name(), after.name());
    add(parts, "role", before.role(), after.role());
    add(parts, "visibility", before.visibility(), after.visibility());
    add(parts, "mayJoin", before.mayJoin(), after.mayJoin());
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, String field, Object before, Object after) {
    if (!before.equals(after)) {
      parts.add(field + ": " + plain(before) + " -> " + plain(after));
    }
  }

  private static String plain(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  @Override
  public void disable(Write write, UserId actor, UserId user) {
    disable(write, actor, known(write.tx(), user));
  }

  /**
   * @param actor null for the administrator at the machine itself
   */
  Person disable(Write write, @Nullable UserId actor, Person person) {
    if (!person.active()) {
      return person;
    }
    if (person.role() == Role.ADMIN) {
      keepAnAdmin(write.tx(), person, "user");
    }
    PeopleTable.update(write, person.withActive(false));
    for (DeviceId device : devices(write.tx(), person.id())) {
      Devices.revoke(write, person.id(), device);
    }
    presence.ended(write, person.id());
    listener.disabled(write, person.id());
    Person after = people.get(write.tx(), person.id());
    people.adjustScopes(write, after);
    audit.record(write, actor, "user_disabled", person.id().value(), person.email());
    return after;
  }

  private static List<DeviceId> devices(Tx tx, UserId user) {
    return tx.list(
        "SELECT id FROM device WHERE user_id = ? ORDER BY id",
        row -> new DeviceId(row.text(1)),
        user);
  }

  @Override
  public void enable(Write write, UserId actor, UserId user) {
    Person person = known(write.tx(), user);
    if (!person.active()) {
      Person after = person.withActive(true);
      PeopleTable.update(write, after);
      people.adjustScopes(write, after);
      audit.record(write, actor, "user_enabled", user.value(), person.email());
    }
  }

  private Person known(Tx tx, UserId user) {
    return people
        .find(tx, user)
        .orElseThrow(() -> Refusal.notFound("person").with("field", "user"));
  }

  private static void keepAnAdmin(Tx tx, Person person, String field) {
    if (person.active() && !PeopleTable.isAnotherAdmin(tx, person.id())) {
      throw Refusal.of(422, "last_admin", "This is the last administrator.").with("field", field);
    }
  }
}
