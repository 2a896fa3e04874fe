package app.recado.relay.live;

import app.recado.protocol.Author;
import app.recado.protocol.Change;
import app.recado.protocol.CustomerId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Json;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.History;
import app.recado.relay.store.Feed;
import app.recado.relay.store.Nodes;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Passes signals to this node's listeners and to the other nodes. */
public final class SignalService implements Signals {

  /** A signal on its way between nodes. */
  private record Passed(Signal signal, boolean customerToo) {}

  private final History history;
  private final Feed feed;
  private final Nodes nodes;
  private final Roster roster;
  private final List<Consumer<Heard>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<PresenceEvent>> presenceListeners = new CopyOnWriteArrayList<>();

  /**
   * @param people everybody, as they are before anything is heard
   */
  public SignalService(History history, Feed feed, Nodes nodes, List<UserRow> people) {
    this.history = history;
    this.feed = feed;
    this.nodes = nodes;
    this.roster = new Roster(people);
    nodes.onWord(this::heard);
    feed.onPerson(this::person);
  }

  @Override
  public void tell(Caller caller, DialogId dialog, Signal.Doing doing) {
    DialogRow row = (DialogRow) history.dialog(caller, dialog).row();
    Signal signal = new Signal(dialog, Author.agent(caller.user()), doing);
    pass(new Passed(signal, doing == Signal.Doing.TYPING && answers(row, caller.user())));
  }

  private static boolean answers(DialogRow row, UserId user) {
    return row.session().endedAt() == null
        && row.session().owner() != null
        && (user.equals(row.session().owner()) || row.participants().contains(user));
  }

  @Override
  public void typing(Visits.Visitor visitor) {
    Author author = Author.customer(new CustomerId(visitor.customer()));
    pass(
        new Passed(new Signal(new DialogId(visitor.dialog()), author, Signal.Doing.TYPING), false));
  }

  private void pass(Passed passed) {
    nodes.tell(Json.write(passed));
    deliver(passed);
  }

  private void heard(String word) {
    try {
      deliver(Json.read(word, Passed.class));
    } catch (JsonParseException fromAnotherVersion) {
      // worth nothing a moment later
    }
  }

  private void deliver(Passed passed) {
    if (listeners.isEmpty()) {
      return;
    }
    Signal signal = passed.signal;
    Predicate<UserId> sees = feed.whoSees(signal.dialog());
    Heard heard =
        new Heard(
            signal, user -> !signal.author().isAgent(user) && sees.test(user), passed.customerToo);
    listeners.forEach(listener -> listener.accept(heard));
  }

  @Override
  public AutoCloseable onSignal(Consumer<Heard> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void person(Change.Put put) {
    if (put.row() instanceof UserRow person) {
      PresenceEvent event = roster.heard(person, put.seq());
      if (event != null) {
        presenceListeners.forEach(listener -> listener.accept(event));
      }
    }
  }

  @Override
  public AutoCloseable onPresence(Consumer<PresenceEvent> listener) {
    presenceListeners.add(listener);
    return () -> presenceListeners.remove(listener);
  }
}
