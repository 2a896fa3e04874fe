package app.recado.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer on one connector of one channel, and where its latest session stands.
 *
 * @param channel the connector's own channel; the one that answers now is {@code session.channel}
 * @param title what the staff call it; empty when nobody named it
 * @param participants who joined, without owning; in the order of joining
 * @param lastMessage the latest message that is not a system line; null before the first
 * @param lastPosition position of the latest message of any kind
 * @param createdAt the relay's time of the first message
 * @param tags what the staff marked it with, as {@link Tags} keeps them
 * @param snoozedUntil until when nobody wants to be bothered with it; null while awake. Asleep is
 *     what this lies ahead of by the relay's clock.
 */
public record DialogRow(
    DialogId id,
    ChannelId channel,
    ConnectorId connector,
    CustomerId customer,
    String title,
    Session session,
    List<UserId> participants,
    @Nullable LastMessage lastMessage,
    long lastPosition,
    Instant createdAt,
    Instant updatedAt,
    List<String> tags,
    Priority priority,
    @Nullable Instant snoozedUntil)
    implements Row {
  public DialogRow {
    Required.all(id, channel, connector, customer, title, session, createdAt, updatedAt);
    participants = List.copyOf(participants);
    // rows of before there were any have none
    tags = tags == null ? List.of() : List.copyOf(tags);
    priority = priority == null ? Priority.NORMAL : priority;
  }

  /** The same dialog, its session as given. */
  public DialogRow with(Session other) {
    return with(title, other, participants, lastMessage);
  }

  public DialogRow titled(String other) {
    return with(other, session, participants, lastMessage);
  }

  public DialogRow joinedBy(List<UserId> others) {
    return with(title, session, others, lastMessage);
  }

  public DialogRow saying(LastMessage last) {
    return with(title, session, participants, last);
  }

  private DialogRow with(
      String title, Session session, List<UserId> joined, @Nullable LastMessage last) {
    return new DialogRow(
        id,
        channel,
        connector,
        customer,
        title,
        session,
        joined,
        last,
        lastPosition,
        createdAt,
        updatedAt,
        tags,
        priority,
        snoozedUntil);
  }

  public DialogRow tagged(List<String> others) {
    return marked(others, priority, snoozedUntil);
  }

  public DialogRow urgent(Priority other) {
    return marked(tags, other, snoozedUntil);
  }

  public DialogRow asleep(@Nullable Instant until) {
    return marked(tags, priority, until);
  }

  private DialogRow marked(List<String> tags, Priority priority, @Nullable Instant until) {
    return new DialogRow(
        id,
        channel,
        connector,
        customer,
        title,
        session,
        participants,
        lastMessage,
        lastPosition,
        createdAt,
        updatedAt,
        tags,
        priority,
        until);
  }

  /**
   * The latest session.
   *
   * @param number 1 for the dialog's first session
   * @param waitingSince since when the customer waits for an answer; null while nobody waits
   * @param firstReplySeconds from the start to the first public reply; null before it
   * @param endedBy who ended it; null while open or when the relay did
   * @param parent the session it was moved out of; null for one that began by itself
   */
  public record Session(
      SessionId id,
      int number,
      SessionStatus status,
      ChannelId channel,
      @Nullable UserId owner,
      @Nullable UserId offeredTo,
      @Nullable Instant offeredUntil,
      boolean pinned,
      Instant startedAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant waitingSince,
      @Nullable Long firstReplySeconds,
      @Nullable Instant endedAt,
      @Nullable UserId endedBy,
      @Nullable Integer rating,
      @Nullable SessionId parent) {
    public Session {
      Required.all(id, status, channel, startedAt);
    }
  }

  /**
   * @param snippet the first 140 characters of its text on one line
   */
  public record LastMessage(
      MessageId id, Author author, String snippet, boolean whisper, Instant createdAt) {
    public LastMessage {
      Required.all(id, author, snippet, createdAt);
    }
  }

  @Override
  public RowKind kind() {
    return RowKind.DIALOG;
  }

  @Override
  public String rowId() {
    return id.value();
  }
}
