package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as the relay keeps it.
 *
 * @param chosen what the person last asked for
 * @param availability what holds: {@code chosen} while a desk is connected, else offline
 * @param open how many open dialogs the person owns
 */
public record Person(
    UserId id,
    String email,
    String name,
    Role role,
    Visibility visibility,
    boolean mayJoin,
    boolean active,
    Availability chosen,
    Availability availability,
    @Nullable Instant availableSince,
    long open) {

  /** Supervisors and admins may do on any dialog what agents may on their own. */
  public boolean leads() {
    return role != Role.AGENT;
  }

  public UserRow row() {
    return new UserRow(
        id,
        name,
        email,
        role,
        visibility,
        mayJoin,
        active,
        availability,
        availableSince,
        Math.toIntExact(open));
  }

  Person with(String nextName, Role nextRole, Visibility nextVisibility, boolean nextMayJoin) {
    return new Person(
        id,
        email,
        nextName,
        nextRole,
        nextVisibility,
        nextMayJoin,
        active,
        chosen,
        availability,
        availableSince,
        open);
  }

  Person withAvailability(Availability next, Availability nextChosen, Instant since) {
    return new Person(
        id, email, name, role, visibility, mayJoin, active, nextChosen, next, since, open);
  }

  Person withActive(boolean next) {
    return new Person(
        id,
        email,
        name,
        role,
        visibility,
        mayJoin,
        next,
        chosen,
        availability,
        availableSince,
        open);
  }

  Person withOpen(long next) {
    return new Person(
        id,
        email,
        name,
        role,
        visibility,
        mayJoin,
        active,
        chosen,
        availability,
        availableSince,
        next);
  }
}
