package app.recado.relay.dialog;

import app.recado.protocol.Attachment;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.ScheduledRow;
import app.recado.relay.account.Caller;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages with a time. When it comes, one is judged as if it were sent at that moment by what its
 * author had seen; where that no longer holds nothing is sent, and the author sees why.
 */
final class ScheduledCommands {

  /** How far ahead a time may be. */
  private static final Duration FARTHEST = Duration.ofDays(366);

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledCommands.class);

  private final MessageCommands messages;
  private final Attachments attachments;
  private final Drafts drafts;
  private final Directory people;
  private final ChannelDirectory channels;
  private final DialogTable table;

  ScheduledCommands(
      MessageCommands messages,
      Attachments attachments,
      Drafts drafts,
      Directory people,
      ChannelDirectory channels,
      DialogTable table) {
    this.messages = messages;
    this.attachments = attachments;
    this.drafts = drafts;
    this.people = people;
    this.channels = channels;
    this.table = table;
  }

  /** Takes a message in; what would hold it now holds it already. */
  Outcome schedule(Attempt a, Intent.ScheduleMessage schedule) {
    MessageId id = new MessageId(a.command().id().value());
    if (a.write().isCareful() && MessageTable.exists(a.tx(), id)) {
      return a.rejected("invalid", "id");
    }
    if (schedule.sendAt().isAfter(a.write().now().plus(FARTHEST))) {
      return a.rejected("invalid", "sendAt");
    }
    Outcome refused =
        messages.refused(a, sending(schedule.text(), schedule.quote(), schedule.files()));
    if (refused != null) {
      return refused;
    }
    Optional<List<Attachment>> files =
        schedule.files().isEmpty()
            ? Optional.of(List.of())
            : attachments.keep(a.write(), a.user(), Keeper.scheduled(id), schedule.files());
    if (files.isEmpty()) {
      return a.rejected("not_found", "files");
    }
    ScheduledRow row =
        new ScheduledRow(
            id,
            a.dialog().id,
            schedule.text(),
            schedule.quote(),
            schedule.files(),
            files.get(),
            schedule.sendAt(),
            null,
            null);
    drafts.sent(
        a.write(), a.user(), a.dialog().id, DraftKind.REPLY, schedule.text(), schedule.files());
    ScheduledTable.Entry entry = new ScheduledTable.Entry(row, a.caller(), a.basis());
    return Outcome.applied(a.command().id(), ScheduledTable.store(a.write(), entry));
  }

  /**
   * What only the author may do with one, also after losing sight of its dialog; null for any other
   * command.
   */
  @Nullable Outcome ofAuthor(Write write, Caller caller, Command command, Intent intent) {
    return switch (intent) {
      case Intent.UnscheduleMessage one -> unschedule(write, caller, command, one.message());
      case Intent.RescheduleMessage one -> reschedule(write, caller, command, one);
      default -> null;
    };
  }

  private Outcome unschedule(Write write, Caller caller, Command command, MessageId message) {
    Optional<ScheduledTable.Entry> entry = own(write, caller, message);
    if (entry.isEmpty()) {
      // Whoever sends it in another way waits for this: of two devices one succeeds.
      return missing(write, command, message);
    }
    attachments.release(write, Keeper.scheduled(message));
    return Outcome.applied(command.id(), ScheduledTable.remove(write, entry.get()));
  }

  private Outcome reschedule(
      Write write, Caller caller, Command command, Intent.RescheduleMessage to) {
    Optional<ScheduledTable.Entry> entry = own(write, caller, to.message());
    if (entry.isEmpty() || entry.get().row().reason() != null) {
      return missing(write, command, to.message());
    }
    if (to.sendAt().isAfter(write.now().plus(FARTHEST))) {
      return Outcome.rejected(command.id(), "invalid", "sendAt");
    }
    ScheduledTable.Entry moved = entry.get().with(entry.get().row().at(to.sendAt()));
    ScheduledTable.store(write, moved);
    if (moved.isDue(write.now())) {
      send(write, moved);
    }
    return Outcome.applied(command.id(), write.seq());
  }

  private static Outcome missing(Write write, Command command, MessageId message) {
    boolean sent = MessageTable.exists(write.tx(), message);
    return Outcome.rejected(command.id(), sent ? "too_late" : "not_found", "message");
  }

  private static Optional<ScheduledTable.Entry> own(Write write, Caller caller, MessageId id) {
    return ScheduledTable.find(write.tx(), id)
        .filter(entry -> entry.by().user().equals(caller.user()));
  }

  /**
   * Sends one whose time has come; another node may have done it meanwhile, or its author called it
   * back.
   *
   * @return whether there was anything to do
   */
  boolean perform(Write write, MessageId id) {
    Optional<ScheduledTable.Entry> entry =
        ScheduledTable.find(write.tx(), id).filter(found -> found.isDue(write.now()));
    return entry.isPresent()
        && write.apart(
            () -> {
              send(write, entry.get());
              return true;
            },
            problem -> {
              // one that cannot be carried out must not come again for ever
              LOG.error("scheduled message {} failed", id.value(), problem);
              ScheduledRow row = entry.get().row().held(HeldReason.FORBIDDEN, null);
              ScheduledTable.store(write, entry.get().with(row));
              return true;
            });
  }

  private void send(Write write, ScheduledTable.Entry entry) {
    Outcome outcome = attempt(write, entry);
    switch (outcome.outcome()) {
      case APPLIED -> ScheduledTable.remove(write, entry);
      case HELD, REJECTED ->
          ScheduledTable.store(write, entry.with(entry.row().held(reason(outcome), outcome.now())));
    }
  }

  /** What would be rejected now could be sent when it was scheduled. */
  private static HeldReason reason(Outcome outcome) {
    String reason = outcome.reason();
    return outcome.now() == null || reason == null
        ? HeldReason.FORBIDDEN
        : HeldReason.valueOf(reason.toUpperCase(Locale.ROOT));
  }

  private Outcome attempt(Write write, ScheduledTable.Entry entry) {
    ScheduledRow row = entry.row();
    Instant now = write.now();
    Intent.SendMessage send = sending(row.text(), row.quote(), row.files());
    Command command =
        Command.of(
            new CommandId(row.id().value()), row.dialog(), entry.basis(), List.of(), send, now);
    DialogTable.Loaded loaded = DialogTable.find(write.tx(), row.dialog()).orElseThrow();
    Person person = people.get(write.tx(), entry.by().user());
    boolean sees = loaded.dialog.isVisibleTo(Scopes.load(write.tx(), person.id()));
    if (!person.active() || !sees) {
      return Outcome.held(command.id(), HeldReason.FORBIDDEN, null);
    }
    return messages.sendInTime(
        new Attempt(table, write, entry.by(), person, command, loaded, channels, true), send);
  }

  private static Intent.SendMessage sending(
      String text, @Nullable MessageId quote, List<String> files) {
    return new Intent.SendMessage(text, false, quote, files);
  }
}
