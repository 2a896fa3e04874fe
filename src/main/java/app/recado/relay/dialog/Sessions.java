package app.recado.relay.dialog;

import app.recado.protocol.ChannelId;
import app.recado.protocol.Ids;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SystemEvent;
import app.recado.protocol.UserId;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.dialog.Dialog.OwnerHow;
import app.recado.relay.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The state machine of a session. Who may is decided before; here is what happens.
///
/// ```
///  customer writes ──> new ──accept──> accepted ──customer──> customer_waiting
///                       ^  \               |                        |
///                 skip, |   \ accept       | reply                  | reply
///    transfer to a channel,  \ and close   v                        v
///           owner away  |     \      agent_replied <──reply── customer_again
///                       |      \           |  \──customer──────────^
///                    returned   \   finish |
///                                v         v
///                              closed <─ closing (a rating is asked)
///                              spam: from any open state
///   an accepted one that is moved: closed_silently, and another, accepted, in its place
/// ```
final class Sessions {

  private final Timeline timeline;
  private final Routing routing;
  private final ChannelDirectory channels;
  private final Ids ids;

  Sessions(Timeline timeline, Routing routing, ChannelDirectory channels, Ids ids) {
    this.timeline = timeline;
    this.routing = routing;
    this.channels = channels;
    this.ids = ids;
  }

  SessionId newId() {
    return new SessionId(ids.next());
  }

  /** Begins the next session of a dialog whose last one has ended. */
  void restart(Write write, Dialog dialog, @Nullable UserId by) {
    renew(write, dialog, newId());
    started(write, dialog, by);
  }

  private static void renew(Write write, Dialog dialog, SessionId id) {
    dialog.session = id;
    dialog.number++;
    dialog.status = SessionStatus.NEW;
    dialog.sessionChannel = dialog.channel;
    dialog.owner = null;
    dialog.ownerBy = null;
    dialog.ownerSince = null;
    dialog.ownerHow = null;
    dialog.offeredTo = null;
    dialog.offeredUntil = null;
    dialog.tried = new ArrayList<>();
    dialog.participants = new ArrayList<>();
    dialog.pinned = false;
    dialog.startedAt = write.now();
    dialog.acceptedAt = null;
    dialog.waitingSince = null;
    dialog.firstReplySeconds = null;
    dialog.endedAt = null;
    dialog.endedBy = null;
    dialog.rating = null;
    dialog.repliedAt = null;
    dialog.toldNoAnswer = false;
    dialog.priority = Priority.NORMAL;
    dialog.parent = null;
  }

  void started(Write write, Dialog dialog, @Nullable UserId by) {
    timeline.note(
        write,
        dialog,
        new SystemEvent(
            by == null ? "session_started" : "reopened",
            by,
            null,
            null,
            dialog.sessionChannel,
            null,
            null,
            dialog.number));
  }

  /** The customer's message has been stored; it wakes whatever sleeps. */
  void customerWrote(Write write, Dialog dialog) {
    dialog.snoozedUntil = null;
    if (dialog.waitingSince == null) {
      dialog.waitingSince = write.now();
    }
    dialog.status =
        switch (dialog.status) {
          case ACCEPTED -> SessionStatus.CUSTOMER_WAITING;
          case AGENT_REPLIED, CLOSING -> SessionStatus.CUSTOMER_AGAIN;
          default -> dialog.status;
        };
  }

  /** An agent's public message has been stored. */
  void agentReplied(Write write, Dialog dialog) {
    dialog.status = SessionStatus.AGENT_REPLIED;
    dialog.waitingSince = null;
    dialog.repliedAt = write.now();
    if (dialog.firstReplySeconds == null) {
      dialog.firstReplySeconds = Duration.between(dialog.startedAt, write.now()).toSeconds();
    }
  }

  /** Nobody owns it, now the person does. */
  void accept(Write write, Dialog dialog, UserId user) {
    own(write, dialog, user, user, OwnerHow.ACCEPTED);
    dialog.pinned = false;
    timeline.note(write, dialog, "accepted", user);
  }

  /** Opened by an agent who writes first or reopens; needs no line of its own. */
  void begin(Write write, Dialog dialog, UserId user) {
    restart(write, dialog, user);
    own(write, dialog, user, user, OwnerHow.ACCEPTED);
  }

  void takeOver(Write write, Dialog dialog, UserId user) {
    UserId from = dialog.owner;
    own(write, dialog, user, user, OwnerHow.TAKEN);
    timeline.note(
        write, dialog, new SystemEvent("taken_over", user, from, user, null, null, null, null));
  }

  void transferTo(Write write, Dialog dialog, UserId by, UserId target, boolean stay) {
    UserId from = dialog.owner;
    own(write, dialog, by, target, OwnerHow.TRANSFERRED);
    if (stay) {
      join(dialog, by);
    } else {
      dialog.participants.remove(by);
    }
    timeline.note(
        write, dialog, new SystemEvent("transferred", by, from, target, null, null, null, null));
  }

  void transferTo(Write write, Dialog dialog, UserId by, Channel target) {
    UserId from = dialog.owner;
    giveUp(write, dialog, by, OwnerHow.TRANSFERRED);
    dialog.participants = new ArrayList<>();
    dialog.sessionChannel = target.id();
    dialog.tried = new ArrayList<>();
    timeline.note(
        write,
        dialog,
        new SystemEvent("transferred", by, from, null, target.id(), null, null, null));
    routing.route(write, dialog, target);
  }

  void skip(Write write, Dialog dialog, UserId by) {
    giveUp(write, dialog, by, OwnerHow.RETURNED);
    if (!dialog.tried.contains(by)) {
      dialog.tried.add(by);
    }
    timeline.note(write, dialog, "skipped", by);
    routing.route(write, dialog, channels.get(write.tx(), dialog.sessionChannel));
  }

  /** The owner went away and the channel asks for it back. */
  void ownerAway(Write write, Dialog dialog) {
    UserId from = dialog.owner;
    giveUp(write, dialog, null, OwnerHow.RETURNED);
    if (from != null && !dialog.tried.contains(from)) {
      dialog.tried.add(from);
    }
    timeline.note(
        write, dialog, new SystemEvent("returned", null, from, null, null, null, null, null));
    routing.route(write, dialog, channels.get(write.tx(), dialog.sessionChannel));
  }

  /**
   * @param by null for the relay, when the time for an answer is over
   */
  void finish(Write write, Dialog dialog, @Nullable UserId by) {
    if (dialog.owner == null && by != null) {
      own(write, dialog, by, by, OwnerHow.ACCEPTED);
    }
    Channel channel = channels.get(write.tx(), dialog.sessionChannel);
    String text = channel.settings().closeText();
    if (text != null) {
      timeline.announce(write, dialog, text);
    }
    timeline.note(write, dialog, "finished", by);
    dialog.waitingSince = null;
    dialog.snoozedUntil = null;
    dialog.endedBy = by;
    if (channel.settings().askRating()) {
      dialog.status = SessionStatus.CLOSING;
      dialog.repliedAt = write.now();
      dialog.publicVersion++;
    } else {
      end(write, dialog, SessionStatus.CLOSED, by);
    }
  }

  void spam(Write write, Dialog dialog, UserId by) {
    timeline.note(write, dialog, "spam", by);
    end(write, dialog, SessionStatus.SPAM, by);
  }

  /**
   * Ends the session in silence and begins the next in its place, the person's own, with a message
   * copied into it. Who waits for an answer goes on waiting.
   */
  void moveToNew(Write write, Dialog dialog, UserId user, MessageRow message, SessionId next) {
    final SessionId parent = dialog.session;
    final ChannelId channel = dialog.sessionChannel;
    final Instant waiting = dialog.waitingSince;
    final Priority priority = dialog.priority;
    final boolean mine = dialog.isOwner(user);
    final long version = dialog.publicVersion;
    renew(write, dialog, next);
    dialog.parent = parent;
    dialog.sessionChannel = channel;
    dialog.waitingSince = waiting;
    dialog.priority = priority;
    own(write, dialog, user, user, OwnerHow.ACCEPTED);
    if (mine) {
      // the customer sees nothing of it, and is not even told to look
      dialog.publicVersion = version;
    }
    timeline.note(
        write, dialog, new SystemEvent("moved", user, null, null, null, null, null, dialog.number));
    timeline.copy(write, dialog, message, user);
  }

  /** The rating came or its time is over. */
  void closingOver(Write write, Dialog dialog) {
    timeline.note(write, dialog, "closed", null);
    end(write, dialog, SessionStatus.CLOSED, dialog.endedBy);
  }

  private static void end(Write write, Dialog dialog, SessionStatus status, @Nullable UserId by) {
    dialog.status = status;
    dialog.endedAt = write.now();
    dialog.endedBy = by;
    dialog.waitingSince = null;
    dialog.snoozedUntil = null;
    dialog.offeredTo = null;
    dialog.offeredUntil = null;
    dialog.pinned = false;
    dialog.publicVersion++;
  }

  void pin(Write write, Dialog dialog, UserId by, boolean pinned) {
    dialog.pinned = pinned;
    timeline.note(write, dialog, pinned ? "pinned" : "unpinned", by);
  }

  /** Puts it to sleep, or wakes it: then the time until it closes by itself begins anew. */
  void snooze(Write write, Dialog dialog, @Nullable Instant until) {
    dialog.snoozedUntil = until;
    if (until == null && dialog.status == SessionStatus.AGENT_REPLIED) {
      dialog.repliedAt = write.now();
    }
  }

  void invite(Write write, Dialog dialog, UserId by, List<UserId> users) {
    users.forEach(user -> join(dialog, user));
    timeline.note(
        write, dialog, new SystemEvent("invited", by, null, null, null, users, null, null));
  }

  void joined(Write write, Dialog dialog, UserId user) {
    join(dialog, user);
    timeline.note(write, dialog, "joined", user);
  }

  void left(Write write, Dialog dialog, UserId user) {
    dialog.participants.remove(user);
    timeline.note(write, dialog, "left", user);
  }

  void rename(Write write, Dialog dialog, UserId by, String title) {
    dialog.title = title;
    timeline.note(
        write, dialog, new SystemEvent("renamed", by, null, null, null, null, title, null));
  }

  private static void join(Dialog dialog, UserId user) {
    if (!Objects.equals(dialog.owner, user) && !dialog.participants.contains(user)) {
      dialog.participants.add(user);
    }
  }

  private static void own(Write write, Dialog dialog, UserId by, UserId owner, OwnerHow how) {
    dialog.participants.remove(owner);
    dialog.owner = owner;
    dialog.ownerBy = by;
    dialog.ownerSince = write.now();
    dialog.ownerHow = how;
    dialog.snoozedUntil = null;
    dialog.offeredTo = null;
    dialog.offeredUntil = null;
    dialog.pinned = false;
    dialog.publicVersion++;
    if (dialog.acceptedAt == null) {
      dialog.acceptedAt = write.now();
    }
    if (dialog.status.group() == SessionStatus.Group.UNANSWERED) {
      dialog.status = SessionStatus.ACCEPTED;
    }
  }

  private static void giveUp(Write write, Dialog dialog, @Nullable UserId by, OwnerHow how) {
    dialog.owner = null;
    dialog.ownerBy = by;
    dialog.ownerSince = write.now();
    dialog.ownerHow = how;
    dialog.snoozedUntil = null;
    dialog.offeredTo = null;
    dialog.offeredUntil = null;
    dialog.pinned = false;
    dialog.status = SessionStatus.RETURNED;
    dialog.publicVersion++;
  }
}
