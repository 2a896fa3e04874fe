package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Attachment;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.ScheduledRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The messages that wait for their time, with what the agent did to them laid over. Pure. */
final class Schedule {
  private Schedule() {}

  /**
   * What waits in a dialog, earliest first.
   *
   * @param truth what the relay keeps for me
   * @param outbox the dialog's entries in their order
   * @param files what is known here of files that are on their way
   */
  static List<ScheduledRow> of(
      DialogId dialog,
      Collection<ScheduledRow> truth,
      List<OutboxEntry> outbox,
      Function<List<String>, List<Attachment>> files) {
    Map<MessageId, ScheduledRow> shown = new LinkedHashMap<>();
    for (ScheduledRow row : truth) {
      if (row.dialog().equals(dialog) && row.reason() == null) {
        shown.put(row.id(), row);
      }
    }
    for (OutboxEntry entry : outbox) {
      if (entry.state().isPending() && entry.command().isKnown()) {
        lay(dialog, entry.command(), files, shown);
      }
    }
    return shown.values().stream()
        .sorted(Comparator.comparing(ScheduledRow::sendAt).thenComparing(row -> row.id().value()))
        .toList();
  }

  private static void lay(
      DialogId dialog,
      Command command,
      Function<List<String>, List<Attachment>> files,
      Map<MessageId, ScheduledRow> shown) {
    switch (command.intent()) {
      case Intent.ScheduleMessage one -> {
        MessageId id = new MessageId(command.id().value());
        shown.putIfAbsent(
            id,
            new ScheduledRow(
                id,
                dialog,
                one.text(),
                one.quote(),
                one.files(),
                files.apply(one.files()),
                one.sendAt(),
                null,
                null));
      }
      case Intent.RescheduleMessage other ->
          shown.computeIfPresent(other.message(), (id, row) -> row.at(other.sendAt()));
      case Intent.UnscheduleMessage back -> shown.remove(back.message());
      default -> {}
    }
  }

  /**
   * What the relay held when its time came, as the outbox would have it had it been sent from here;
   * without what the agent has dealt with already.
   */
  static List<OutboxEntry> held(Collection<ScheduledRow> truth, Collection<OutboxEntry> outbox) {
    List<OutboxEntry> held = new ArrayList<>();
    for (ScheduledRow row : truth) {
      if (row.reason() != null && !isDealtWith(row.id(), outbox)) {
        held.add(entry(row));
      }
    }
    held.sort(Comparator.comparing(entry -> entry.id().value()));
    return held;
  }

  /** One of them; null if it is not held. */
  static @Nullable OutboxEntry held(@Nullable ScheduledRow row) {
    return row == null || row.reason() == null ? null : entry(row);
  }

  /**
   * The message that was to go at a time that has come, if it had gone out before: nothing is left
   * to do. Null for any other answer.
   */
  static @Nullable MessageId sentBefore(OutboxEntry entry, Outcome outcome, Instant now) {
    return entry.command().isKnown()
            && entry.command().intent() instanceof Intent.RescheduleMessage other
            && "too_late".equals(outcome.reason())
            && !other.sendAt().isAfter(now)
        ? other.message()
        : null;
  }

  private static OutboxEntry entry(ScheduledRow row) {
    CommandId id = new CommandId(row.id().value());
    Intent.SendMessage send = new Intent.SendMessage(row.text(), false, row.quote(), row.files());
    Command command = Command.of(id, row.dialog(), null, List.of(), send, row.sendAt());
    Outcome outcome = Outcome.held(id, java.util.Objects.requireNonNull(row.reason()), row.now());
    return new OutboxEntry(0, command, OutboxState.HELD, true, outcome);
  }

  private static boolean isDealtWith(MessageId id, Collection<OutboxEntry> outbox) {
    return outbox.stream()
        .anyMatch(entry ->
            entry.state().isPending()
                && entry.command().type().equals("message.unschedule")
                && entry.command().intent() instanceof Intent.UnscheduleMessage back
                && back.message().equals(id));
  }
}
