package app.recado.relay.dialog;

import app.recado.protocol.ChannelId;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.CustomerId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Json;
import app.recado.protocol.MessageId;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.relay.store.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A dialog with its latest session while a transaction works on it. What it becomes is stored by
 * {@link DialogTable#save}. Only {@link Sessions} changes where the session stands.
 */
final class Dialog {

  /** How the owner came to own it, or how it came to have none. */
  enum OwnerHow {
    ACCEPTED,
    TAKEN,
    TRANSFERRED,
    RETURNED
  }

  final DialogId id;
  final ChannelId channel;
  final ConnectorId connector;
  final CustomerId customer;
  final Instant createdAt;
  String title = "";
  List<UserId> participants = new ArrayList<>();

  /** As JSON, since most who load a dialog replace it unread; changed by {@link #say}. */
  @Nullable String lastMessage;

  private DialogRow.@Nullable LastMessage said;

  long lastPosition;
  long lastPublic;
  long publicVersion;
  Instant updatedAt;

  SessionId session;
  int number;
  SessionStatus status = SessionStatus.NEW;
  ChannelId sessionChannel;
  @Nullable UserId owner;

  /** Who made it so: took it, transferred it or gave it back; null for the relay. */
  @Nullable UserId ownerBy;

  @Nullable Instant ownerSince;
  @Nullable OwnerHow ownerHow;
  @Nullable UserId offeredTo;

  /** When the offer ends; with nobody offered, when routing is tried again. */
  @Nullable Instant offeredUntil;

  List<UserId> tried = new ArrayList<>();
  boolean pinned;
  Instant startedAt;
  @Nullable Instant acceptedAt;
  @Nullable Instant waitingSince;
  @Nullable Long firstReplySeconds;
  @Nullable Instant endedAt;
  @Nullable UserId endedBy;
  @Nullable Integer rating;

  /** Since when the agent's message is the last word, or the rating is waited for. */
  @Nullable Instant repliedAt;

  boolean toldNoAnswer;
  List<String> tags = List.of();
  Priority priority = Priority.NORMAL;

  /** When it wakes by itself; null while awake. */
  @Nullable Instant snoozedUntil;

  /** The session this one was moved out of. */
  @Nullable SessionId parent;

  Dialog(
      DialogId id,
      ChannelId channel,
      ConnectorId connector,
      CustomerId customer,
      SessionId session,
      int number,
      Instant createdAt) {
    this.id = id;
    this.channel = channel;
    this.connector = connector;
    this.customer = customer;
    this.session = session;
    this.number = number;
    this.sessionChannel = channel;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.startedAt = createdAt;
  }

  /** Another like it. */
  Dialog copy() {
    Dialog copy = new Dialog(id, channel, connector, customer, session, number, createdAt);
    copy.title = title;
    copy.participants = new ArrayList<>(participants);
    copy.lastMessage = lastMessage;
    copy.said = said;
    copy.lastPosition = lastPosition;
    copy.lastPublic = lastPublic;
    copy.publicVersion = publicVersion;
    copy.updatedAt = updatedAt;
    copy.status = status;
    copy.sessionChannel = sessionChannel;
    copy.owner = owner;
    copy.ownerBy = ownerBy;
    copy.ownerSince = ownerSince;
    copy.ownerHow = ownerHow;
    copy.offeredTo = offeredTo;
    copy.offeredUntil = offeredUntil;
    copy.tried = new ArrayList<>(tried);
    copy.pinned = pinned;
    copy.startedAt = startedAt;
    copy.acceptedAt = acceptedAt;
    copy.waitingSince = waitingSince;
    copy.firstReplySeconds = firstReplySeconds;
    copy.endedAt = endedAt;
    copy.endedBy = endedBy;
    copy.rating = rating;
    copy.repliedAt = repliedAt;
    copy.toldNoAnswer = toldNoAnswer;
    copy.tags = tags;
    copy.priority = priority;
    copy.snoozedUntil = snoozedUntil;
    copy.parent = parent;
    return copy;
  }

  /** Makes a message the last one. */
  void say(DialogRow.LastMessage message) {
    said = message;
    lastMessage = Json.write(message);
  }

  /** Whether this is the last message; its id comes first in the JSON. */
  boolean isLast(MessageId message) {
    return lastMessage != null && lastMessage.startsWith("{\"id\":\"" + message.value() + "\"");
  }

  private DialogRow.@Nullable LastMessage last() {
    if (said == null && lastMessage != null) {
      said = Json.read(lastMessage, DialogRow.LastMessage.class);
    }
    return said;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  boolean isOwner(UserId user) {
    return user.equals(owner);
  }

  boolean hasJoined(UserId user) {
    return participants.contains(user);
  }

  /** The person to whose open dialogs this one counts; null if nobody's. */
  @Nullable UserId openOwner() {
    return isOpen() ? owner : null;
  }

  /** Where it can be seen. */
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    scopes.add(Scopes.of(sessionChannel));
    if (owner != null) {
      scopes.add(Scopes.of(owner));
    }
    if (offeredTo != null) {
      scopes.add(Scopes.of(offeredTo));
    }
    participants.forEach(user -> scopes.add(Scopes.of(user)));
    return scopes;
  }

  boolean isVisibleTo(Scopes reader) {
    return reader.has(Scopes.ALL) || scopes().stream().anyMatch(reader::has);
  }

  DialogRow.Session sessionRow() {
    return new DialogRow.Session(
        session,
        number,
        status,
        sessionChannel,
        owner,
        offeredTo,
        offeredTo == null ? null : offeredUntil,
        pinned,
        startedAt,
        acceptedAt,
        waitingSince,
        firstReplySeconds,
        endedAt,
        endedAt == null ? null : endedBy,
        rating,
        parent);
  }

  DialogRow row() {
    return new DialogRow(
        id,
        channel,
        connector,
        customer,
        title,
        sessionRow(),
        List.copyOf(participants),
        last(),
        lastPosition,
        createdAt,
        updatedAt,
        tags,
        priority,
        snoozedUntil);
  }
}
