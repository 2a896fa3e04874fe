package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Attachment;
import app.recado.protocol.Author;
import app.recado.protocol.AuthorKind;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Delivery;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lays the rows of a timeline, the outbox and what is held out as entries. One use each. */
final class TimelineBuilder {
  private final DialogRow dialog;
  private final boolean joined;
  private final ChannelRow.@Nullable Connector connector;
  private final String customerName;
  private final UserId me;
  private final Function<UserId, @Nullable UserRow> users;
  private final Function<MessageId, @Nullable MessageRow> cached;
  private final List<OutboxEntry> outbox;
  private final Predicate<OutboxEntry> counts;
  private final Function<List<String>, List<Attachment>> files;
  private final ZoneId zone;
  private final Instant now;
  private final List<TimelineEntry> entries = new ArrayList<>();
  private @Nullable LocalDate day;

  TimelineBuilder(
      DialogRow dialog,
      boolean joined,
      ChannelRow.@Nullable Connector connector,
      String customerName,
      UserId me,
      Function<UserId, @Nullable UserRow> users,
      Function<MessageId, @Nullable MessageRow> cached,
      List<OutboxEntry> outbox,
      Predicate<OutboxEntry> counts,
      Function<List<String>, List<Attachment>> files,
      ZoneId zone,
      Instant now) {
    this.dialog = dialog;
    this.joined = joined;
    this.connector = connector;
    this.customerName = customerName;
    this.me = me;
    this.users = users;
    this.cached = cached;
    this.outbox = outbox;
    this.counts = counts;
    this.files = files;
    this.zone = zone;
    this.now = now;
  }

  /**
   * @param rows ascending by position
   * @param olderCached whether the next older row is on this computer
   * @param unreadAfter the unread mark stands above the customer's first message after this
   *     position; null for none
   * @param atEnd whether what is queued and held comes after the rows
   * @param scheduled what waits for its time, earliest first
   * @param held the cards of this dialog
   */
  List<TimelineEntry> build(
      List<MessageRow> rows,
      boolean olderCached,
      @Nullable Long unreadAfter,
      boolean atEnd,
      List<ScheduledRow> scheduled,
      List<HeldItem> held) {
    long expected = rows.isEmpty() ? 1 : rows.getFirst().position();
    if (!olderCached && !rows.isEmpty() && expected > 1) {
      entries.add(new TimelineEntry.Hole(1, expected - 1, false));
    }
    if (rows.isEmpty() && dialog.lastPosition() > 0) {
      entries.add(new TimelineEntry.Hole(1, dialog.lastPosition(), false));
    }
    boolean marked = unreadAfter == null;
    Set<String> shown = new HashSet<>();
    for (MessageRow row : rows) {
      if (row.position() > expected) {
        entries.add(new TimelineEntry.Hole(expected, row.position() - 1, false));
      }
      expected = row.position() + 1;
      day(row.createdAt());
      if (!marked && unreadAfter != null && isUnread(row, unreadAfter)) {
        entries.add(new TimelineEntry.Unread());
        marked = true;
      }
      entries.add(entry(row));
      shown.add(row.id().value());
    }
    if (atEnd) {
      outbox.forEach(entry -> queued(entry, shown));
      scheduled.forEach(row -> scheduled(row, shown));
      held.forEach(item -> entries.add(new TimelineEntry.Held(item)));
    }
    return entries;
  }

  /** Only what the customer wrote is ever unread: the mark must not announce one's own reply. */
  private static boolean isUnread(MessageRow row, long after) {
    return row.position() > after && row.author().kind() == AuthorKind.CUSTOMER;
  }

  private void day(Instant at) {
    LocalDate date = at.atZone(zone).toLocalDate();
    if (!date.equals(day)) {
      day = date;
      entries.add(new TimelineEntry.Day(date));
    }
  }

  private TimelineEntry entry(MessageRow truth) {
    if (truth.event() != null) {
      return new TimelineEntry.Event(truth);
    }
    MessageRow row = Overlay.apply(truth, outbox);
    boolean own = row.author().isAgent(me);
    return new TimelineEntry.Message(
        row,
        own,
        own ? sent(row.delivery()) : null,
        null,
        name(row.author()),
        quoted(row.quote()),
        refusal(row, own, connector == null ? null : connector.editSeconds()),
        refusal(row, own, connector == null ? null : connector.deleteSeconds()));
  }

  private void queued(OutboxEntry entry, Set<String> shown) {
    if (!(entry.command().intent() instanceof Intent.SendMessage send)
        || !shown.add(entry.id().value())) {
      return;
    }
    Instant at = Objects.requireNonNullElse(entry.command().madeAt(), now);
    MessageRow row =
        new MessageRow(
            new MessageId(entry.id().value()),
            dialog.id(),
            dialog.session().id(),
            0,
            Author.agent(me),
            send.text(),
            send.whisper(),
            send.quote(),
            send.files(),
            files.apply(send.files()),
            at,
            null,
            null,
            Delivery.UNKNOWN,
            null,
            null);
    MessageRow overlaid = Overlay.apply(row, outbox);
    if (overlaid.deletedAt() != null) {
      return;
    }
    boolean counting = counts.test(entry);
    day(at);
    entries.add(
        new TimelineEntry.Message(
            overlaid,
            true,
            counting ? SendState.DELAYED : state(entry.state()),
            entry.id(),
            name(row.author()),
            quoted(send.quote()),
            null,
            null,
            counting ? entry.due() : null));
  }

  private void scheduled(ScheduledRow row, Set<String> shown) {
    if (shown.add(row.id().value())) {
      boolean queued =
          outbox.stream()
              .anyMatch(
                  entry -> entry.id().value().equals(row.id().value()) && entry.state().isQueued());
      entries.add(
          new TimelineEntry.Scheduled(
              row.id(),
              row.dialog(),
              row.text(),
              row.attachments(),
              row.sendAt(),
              queued,
              quoted(row.quote())));
    }
  }

  private static SendState state(OutboxState state) {
    return switch (state) {
      case DELAYED, WAITING -> SendState.QUEUED;
      case SENDING -> SendState.SENDING;
      case APPLIED -> SendState.SENT;
      case HELD -> SendState.HELD;
      case REJECTED -> SendState.REJECTED;
    };
  }

  private static SendState sent(Delivery delivery) {
    return switch (delivery) {
      case SENT -> SendState.SENT;
      case DELIVERED -> SendState.DELIVERED;
      case READ -> SendState.READ;
      case FAILED -> SendState.FAILED;
      case UNKNOWN -> SendState.UNKNOWN;
    };
  }

  private @Nullable String refusal(MessageRow row, boolean own, @Nullable Integer seconds) {
    if (!own) {
      return "notOwn";
    }
    if (row.deletedAt() != null) {
      return "deleted";
    }
    if (!joined && !row.whisper()) {
      return "notParticipant";
    }
    if (row.whisper() || seconds == null) {
      return null;
    }
    if (seconds == 0) {
      return "notPossible";
    }
    return row.createdAt().plusSeconds(seconds).isBefore(now) ? "tooLate" : null;
  }

  private String name(Author author) {
    return switch (author.kind()) {
      case CUSTOMER -> customerName;
      case AGENT -> {
        UserRow user = author.id() == null ? null : users.apply(new UserId(author.id()));
        yield user == null ? "" : user.name();
      }
      case BOT, SYSTEM -> "";
    };
  }

  private TimelineEntry.@Nullable Quoted quoted(@Nullable MessageId quote) {
    if (quote == null) {
      return null;
    }
    MessageRow row = cached.apply(quote);
    if (row != null) {
      MessageRow overlaid = Overlay.apply(row, outbox);
      return new TimelineEntry.Quoted(
          quote, name(row.author()), overlaid.text(), overlaid.deletedAt() != null, row.position());
    }
    for (OutboxEntry entry : outbox) {
      if (entry.id().value().equals(quote.value())
          && entry.command().intent() instanceof Intent.SendMessage send) {
        return new TimelineEntry.Quoted(
            quote, name(new Author(AuthorKind.AGENT, me.value())), send.text(), false, null);
      }
    }
    return new TimelineEntry.Quoted(quote, "", "", false, null);
  }
}
