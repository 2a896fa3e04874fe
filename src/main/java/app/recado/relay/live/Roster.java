package app.recado.relay.live;

import app.recado.protocol.Availability;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was there last: tells a coming or going from whatever else a person's row changes for. Not
 * thread-safe.
 */
final class Roster {
  private final Map<UserId, Availability> last = new HashMap<>();

  Roster(List<UserRow> people) {
    people.forEach(person -> last.put(person.id(), person.availability()));
  }

  /** What is to be told of a row, of which rows come in their order; null for nothing. */
  @Nullable PresenceEvent heard(UserRow person, long seq) {
    Availability before = last.put(person.id(), person.availability());
    boolean newcomer = before == null && person.availability() == Availability.OFFLINE;
    return newcomer || before == person.availability() ? null : PresenceEvent.of(person, seq);
  }
}
