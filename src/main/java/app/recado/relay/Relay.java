package app.recado.relay;

import app.recado.relay.account.Accounts;
import app.recado.relay.channel.Channels;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.Changes;
import app.recado.relay.dialog.Commands;
import app.recado.relay.dialog.History;
import app.recado.relay.file.Uploads;
import app.recado.relay.live.Signals;
import java.time.Instant;

/**
 * One node of the relay without its HTTP skin. Thread-safe; stateless between calls but for what
 * the database holds. It has no timers of its own: whoever runs it calls {@link #tick}.
 */
public interface Relay extends AutoCloseable {
  Accounts accounts();

  Channels channels();

  Commands commands();

  Changes changes();

  History history();

  Visits visits();

  Uploads uploads();

  Signals signals();

  /**
   * Does what is due by now: offers that ran out, hourly retries, no-answer texts, ratings not
   * given, auto-close, absent owners.
   *
   * @return when the next thing is due; {@link Instant#MAX} for nothing
   */
  Instant tick();

  /** Whether the database answers. */
  boolean healthy();

  /** Ends every transaction in flight and closes the database. */
  @Override
  void close();
}
