package app.recado.relay.dialog;

import app.recado.protocol.Availability;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.relay.account.Person;
import app.recado.relay.account.PresenceListener;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.channel.ChannelEditing;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.function.BiConsumer;

/** What coming and going of agents, and new settings of channels, mean for dialogs that wait. */
final class Attendance implements PresenceListener, ChannelEditing.Listener {

  private final Sessions sessions;
  private final Routing routing;
  private final ChannelDirectory channels;
  private final DialogTable table;

  Attendance(Sessions sessions, Routing routing, ChannelDirectory channels, DialogTable table) {
    this.sessions = sessions;
    this.routing = routing;
    this.channels = channels;
    this.table = table;
  }

  @Override
  public void availabilityChanged(Write write, Person before, Person after) {
    if (after.availability() == Availability.ONLINE) {
      came(write, after.id());
    } else if (before.availability() == Availability.ONLINE) {
      left(write, after.id());
    }
  }

  /** Nobody comes back to what a disabled person had: all of it goes back to the queues. */
  @Override
  public void disabled(Write write, UserId user) {
    channels.withdraw(write, user);
    Tx tx = write.tx();
    for (DialogId id : DialogTable.ids(tx, "offered_to = ? ORDER BY started_at, id", user)) {
      change(write, id, (dialog, channel) -> routing.route(write, dialog, channel));
    }
    for (DialogId id :
        DialogTable.ids(tx, "owner = ? AND ended_at IS NULL ORDER BY started_at, id", user)) {
      change(
          write,
          id,
          (dialog, channel) -> {
            if (dialog.status == SessionStatus.CLOSING) {
              sessions.closingOver(write, dialog);
            } else {
              sessions.ownerAway(write, dialog);
            }
          });
    }
  }

  private void came(Write write, UserId user) {
    for (DialogId id : Routing.waiting(write.tx(), user)) {
      change(
          write,
          id,
          (dialog, channel) -> {
            if (dialog.offeredTo == null && dialog.owner == null) {
              dialog.tried.remove(user);
              routing.route(write, dialog, channel);
            }
          });
    }
  }

  private void left(Write write, UserId user) {
    Tx tx = write.tx();
    for (DialogId id : DialogTable.ids(tx, "offered_to = ? ORDER BY started_at, id", user)) {
      change(write, id, (dialog, channel) -> routing.route(write, dialog, channel));
    }
    for (DialogId id :
        DialogTable.ids(
            tx, "owner = ? AND ended_at IS NULL AND pinned = 0 ORDER BY started_at, id", user)) {
      change(
          write,
          id,
          (dialog, channel) -> {
            boolean answerable = dialog.status != SessionStatus.CLOSING;
            if (answerable
                && channel.settings().returnWhenAway()
                && routing.isAnotherFree(tx, channel, user)) {
              sessions.ownerAway(write, dialog);
            }
          });
    }
  }

  @Override
  public void channelChanged(Write write, Channel before, Channel after) {
    for (DialogId id : Routing.unanswered(write.tx(), after.id())) {
      change(
          write,
          id,
          (dialog, channel) -> {
            UserId offered = dialog.offeredTo;
            if (offered == null || !channel.hasAgent(offered)) {
              routing.retry(write, dialog, channel);
            }
          });
    }
    for (DialogId id :
        DialogTable.ids(
            write.tx(), "session_channel = ? AND ended_at IS NULL ORDER BY id", after.id())) {
      table.reschedule(write, DialogTable.find(write.tx(), id).orElseThrow());
    }
  }

  private void change(Write write, DialogId id, BiConsumer<Dialog, Channel> change) {
    DialogTable.Loaded loaded = DialogTable.find(write.tx(), id).orElseThrow();
    change.accept(loaded.dialog, channels.get(write.tx(), loaded.dialog.sessionChannel));
    table.saveChanges(write, loaded);
  }
}
