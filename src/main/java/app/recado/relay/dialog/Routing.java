package app.recado.relay.dialog;

import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogId;
import app.recado.protocol.QueueMode;
import app.recado.protocol.SystemEvent;
import app.recado.protocol.UserId;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Offers dialogs that nobody owns to the agents of the channel's queue. */
final class Routing {

  private static final Duration RETRY = Duration.ofHours(1);

  private final Timeline timeline;
  private final Directory people;
  private final ChannelDirectory channels;

  Routing(Timeline timeline, Directory people, ChannelDirectory channels) {
    this.timeline = timeline;
    this.people = people;
    this.channels = channels;
  }

  /**
   * Offers it to the next agent who was not tried yet; with nobody left it is offered to none and
   * tried again in an hour. In mode {@code all} everybody sees it and nobody is named.
   */
  void route(Write write, Dialog dialog, Channel channel) {
    if (!dialog.isOpen() || dialog.owner != null) {
      return;
    }
    dialog.offeredTo = null;
    dialog.offeredUntil = write.now().plus(RETRY);
    if (channel.settings().mode() == QueueMode.ALL) {
      dialog.offeredUntil = null;
      return;
    }
    if (!channel.settings().active() || !channel.settings().isOpenAt(write.now())) {
      return;
    }
    Tx tx = write.tx();
    Optional<UserId> next =
        channel.next(
            dialog.tried,
            user -> isFree(tx, channel, user),
            user -> channels.lastAssigned(tx, channel.id(), user));
    next.ifPresent(user -> offer(write, dialog, channel, user));
  }

  private void offer(Write write, Dialog dialog, Channel channel, UserId user) {
    dialog.offeredTo = user;
    dialog.offeredUntil = write.now().plus(channel.settings().nextAfter());
    dialog.tried.add(user);
    channels.assigned(write, channel.id(), user);
    timeline.note(
        write, dialog, new SystemEvent("offered", null, null, user, null, null, null, null));
  }

  /** Forgets who was tried, for the hourly retry. */
  void retry(Write write, Dialog dialog, Channel channel) {
    dialog.tried.clear();
    route(write, dialog, channel);
  }

  private boolean isFree(Tx tx, Channel channel, UserId user) {
    Person person = people.find(tx, user).orElse(null);
    if (person == null || !person.active()) {
      return false;
    }
    boolean there =
        !channel.settings().checkAvailability() || person.availability() == Availability.ONLINE;
    Integer cap = channel.settings().cap();
    return there && (cap == null || person.open() + offers(tx, user) < cap);
  }

  private static long offers(Tx tx, UserId user) {
    return tx.number("SELECT COUNT(*) FROM dialog WHERE offered_to = ?", user);
  }

  /** Whether another agent of the channel could take a dialog now. */
  boolean isAnotherFree(Tx tx, Channel channel, UserId besides) {
    return channel.agents().stream()
        .anyMatch(user -> !user.equals(besides) && isFree(tx, channel, user));
  }

  /** Dialogs of a person's queues that wait and are offered to nobody, the oldest first. */
  static List<DialogId> waiting(Tx tx, UserId user) {
    return tx.list(
        """
        SELECT d.id FROM dialog d JOIN queue_agent q ON q.channel_id = d.session_channel
        WHERE q.user_id = ? AND d.status IN ('new', 'returned') AND d.offered_to IS NULL
        ORDER BY d.started_at, d.id
        """,
        row -> new DialogId(row.text(1)),
        user);
  }

  /** Dialogs of a channel that nobody has accepted, the oldest first. */
  static List<DialogId> unanswered(Tx tx, ChannelId channel) {
    return tx.list(
        "SELECT id FROM dialog WHERE session_channel = ? AND status IN ('new', 'returned')"
            + " ORDER BY started_at, id",
        row -> new DialogId(row.text(1)),
        channel);
  }
}
