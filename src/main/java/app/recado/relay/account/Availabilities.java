package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.protocol.UserId;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.time.Instant;

/** Who is there, for the relay's other rooms, within their transactions. */
public interface Availabilities {

  /**
   * Stores what a person asks for.
   *
   * @return the number of the last change
   */
  long choose(Write write, UserId user, Availability chosen);

  /** Ends graces and leases that are over. */
  void settleDue(Write write);

  /** When {@link #settleDue} next has something to do; {@link Instant#MAX} for never. */
  Instant nextDue(Tx tx);
}
