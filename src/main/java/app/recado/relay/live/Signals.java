package app.recado.relay.live;

import app.recado.protocol.DialogId;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.protocol.UserId;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Passes on what goes on in dialogs, to whoever is connected to any node and sees the dialog, and
 * who of the staff came or went. Nothing is kept; what does not arrive is lost.
 */
public interface Signals {

  /**
   * Tells what a person does. The customer learns of it only when the owner or a participant of an
   * open session writes a public message.
   *
   * @throws app.recado.relay.refusal.Refusal 404 for a dialog the caller does not see
   */
  void tell(Caller caller, DialogId dialog, Signal.Doing doing);

  /** Tells that a customer is writing. */
  void typing(Visits.Visitor visitor);

  /** Calls back for each signal that reaches this node, on any thread; must return quickly. */
  AutoCloseable onSignal(Consumer<Heard> listener);

  /**
   * Calls back when somebody's availability has become another on any node, and is committed, for
   * all of the staff; on any thread, in order, when a stream reads on. Must return quickly.
   */
  AutoCloseable onPresence(Consumer<PresenceEvent> listener);

  /**
   * A signal and who may know of it.
   *
   * @param concerns the people who see the dialog, but for the one whom it is about
   * @param customerToo whether the dialog's customer may know
   */
  record Heard(Signal signal, Predicate<UserId> concerns, boolean customerToo) {}
}
