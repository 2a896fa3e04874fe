package app.recado.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came, went or chose otherwise: the data of the stream's event {@code presence}. Never
 * stored; the person's row says the same, and is what holds.
 *
 * @param since when it became so
 * @param seq the number of the row that says it: whoever has the row from there on knows better
 */
public record PresenceEvent(
    UserId user, Availability availability, @Nullable Instant since, long seq) {
  public PresenceEvent {
    Required.all(user, availability);
  }

  public static PresenceEvent of(UserRow person, long seq) {
    return new PresenceEvent(person.id(), person.availability(), person.availableSince(), seq);
  }

  /** The person as this says, and else as before. */
  public UserRow over(UserRow person) {
    return new UserRow(
        person.id(),
        person.name(),
        person.email(),
        person.role(),
        person.visibility(),
        person.mayJoin(),
        person.active(),
        availability,
        since,
        person.open());
  }
}
