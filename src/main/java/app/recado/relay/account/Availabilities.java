package app.recado.relay.account;

import app.recado.protocol.Availability;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.time.Instant;

/** Who is there, for the relay's other rooms, within their transactions. */
public interface Availabilities {

  /**
   * Stores what a person asks for, by a device that is thereby in use.
   *
   * @return the number of the last change
   */
  long choose(Write write, Caller caller, Availability chosen);

  /**
   * Stores whether nobody touches a device. Who chose to be online is away while nobody touches any
   * of those that are there.
   *
   * @return the number of the last change
   */
  long idle(Write write, Caller caller, boolean idle);

  /** Ends graces and leases that are over. */
  void settleDue(Write write);

  /** When {@link #settleDue} next has something to do; {@link Instant#MAX} for never. */
  Instant nextDue(Tx tx);
}
