package app.recado.relay.dialog;

import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.relay.account.Availabilities;
import app.recado.relay.account.Caller;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.CommandLog;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies commands, once each. */
final class CommandService implements Commands {

  /** A command read and digested before the transaction begins. */
  private record Read(Command command, Intent intent, String digest) {}

  private static final Logger LOG = LoggerFactory.getLogger(CommandService.class);

  private final Writer writer;
  private final CommandLog log;
  private final Availabilities presence;
  private final Directory people;
  private final ChannelDirectory channels;
  private final DialogTable table;
  private final MessageCommands messages;
  private final DialogCommands dialogs;
  private final ScheduledCommands scheduled;
  private final Errands errands;
  private final MarkCommands marks;
  private final AttentionCommands attention = new AttentionCommands();

  CommandService(
      Writer writer,
      CommandLog log,
      Availabilities presence,
      Directory people,
      ChannelDirectory channels,
      DialogTable table,
      MessageCommands messages,
      DialogCommands dialogs,
      ScheduledCommands scheduled,
      Errands errands,
      MarkCommands marks) {
    this.scheduled = scheduled;
    this.errands = errands;
    this.writer = writer;
    this.log = log;
    this.presence = presence;
    this.people = people;
    this.channels = channels;
    this.table = table;
    this.messages = messages;
    this.dialogs = dialogs;
    this.marks = marks;
  }

  @Override
  public List<Outcome> apply(Caller caller, List<Command> commands) {
    List<Read> batch = read(commands);
    return writer.write(write -> {
      Map<CommandId, Outcome> known = new HashMap<>();
      if (write.isCareful()) {
        recall(write.tx(), caller, batch, known);
      }
      List<Outcome> outcomes = new ArrayList<>(batch.size());
      for (Read read : batch) {
        Outcome outcome = known.get(read.command.id());
        if (outcome == null) {
          outcome = alone(write, caller, read);
          known.put(read.command.id(), outcome);
        }
        outcomes.add(outcome);
      }
      return outcomes;
    });
  }

  private static List<Read> read(List<Command> commands) {
    Map<CommandId, String> digests = new HashMap<>();
    List<Read> batch = new ArrayList<>(commands.size());
    for (Command command : commands) {
      try {
        batch.add(new Read(command, command.intent(), CommandLog.digest(command)));
      } catch (JsonParseException | IllegalArgumentException malformed) {
        throw Refusal.malformed("The command " + command.type() + " cannot be read.")
            .with("id", command.id().value());
      }
      String digest = batch.getLast().digest;
      String other = digests.putIfAbsent(command.id(), digest);
      if (other != null && !other.equals(digest)) {
        throw reused(command.id());
      }
    }
    return batch;
  }

  private static Refusal reused(CommandId id) {
    return Refusal.of(409, "id_reused", "This id was used for another command.")
        .with("id", id.value());
  }

  /**
   * Finds the first outcomes of those that were here before. Few were, and one that was fails when
   * it is recorded again.
   */
  private void recall(Tx tx, Caller caller, List<Read> batch, Map<CommandId, Outcome> known) {
    for (Read read : batch) {
      Optional<CommandLog.Entry> entry = log.find(tx, read.command.id());
      if (entry.isPresent()) {
        boolean same =
            entry.get().digest().equals(read.digest) && entry.get().user().equals(caller.user());
        if (!same) {
          throw reused(read.command.id());
        }
        known.put(read.command.id(), entry.get().outcome());
      }
    }
  }

  /** One that cannot be carried out must not take the others down, nor come again for ever. */
  private Outcome alone(Write write, Caller caller, Read read) {
    return write.apart(
        () -> once(write, caller, read),
        problem -> {
          LOG.error("{} {} failed", read.command.type(), read.command.id().value(), problem);
          Outcome outcome = Outcome.rejected(read.command.id(), "internal", null);
          log.record(write, caller.user(), caller.device(), read.digest, outcome);
          return outcome;
        });
  }

  private Outcome once(Write write, Caller caller, Read read) {
    Outcome outcome = carryOut(write, caller, read);
    log.record(write, caller.user(), caller.device(), read.digest, outcome);
    return outcome;
  }

  private Outcome carryOut(Write write, Caller caller, Read read) {
    Command command = read.command;
    Tx tx = write.tx();
    if (read.intent instanceof Intent.SetAvailability set) {
      presence.choose(write, caller, set.availability());
      return Outcome.applied(command.id(), write.seq());
    }
    if (read.intent instanceof Intent.SetIdle set) {
      presence.idle(write, caller, set.idle());
      return Outcome.applied(command.id(), write.seq());
    }
    Outcome errand = errands.carryOut(write, caller, command, read.intent);
    if (errand != null) {
      return errand;
    }
    Outcome ofAuthor = scheduled.ofAuthor(write, caller, command, read.intent);
    if (ofAuthor != null) {
      return ofAuthor;
    }
    DialogId id = command.dialog();
    if (id == null) {
      return Outcome.rejected(command.id(), "missing", "dialog");
    }
    Optional<DialogTable.Loaded> found = DialogTable.find(tx, id);
    if (found.isEmpty()) {
      return Outcome.rejected(command.id(), "not_found", "dialog");
    }
    if (!found.get().dialog.isVisibleTo(Scopes.load(tx, caller.user()))) {
      // whoever once saw it learns that it may not, not more; others not even that it exists
      return DialogTable.wasEverVisible(tx, id, caller.user())
          ? Outcome.held(command.id(), HeldReason.FORBIDDEN, null)
          : Outcome.rejected(command.id(), "not_found", "dialog");
    }
    Person person = people.get(tx, caller.user());
    boolean dependsMet = command.after().stream().allMatch(before -> log.isApplied(tx, before));
    Attempt attempt =
        new Attempt(table, write, caller, person, command, found.get(), channels, dependsMet);
    return carryOut(attempt, read.intent);
  }

  private Outcome carryOut(Attempt a, Intent intent) {
    return switch (intent) {
      case Intent.SendMessage send -> messages.send(a, send);
      case Intent.ScheduleMessage schedule -> scheduled.schedule(a, schedule);
      case Intent.EditMessage edit -> messages.edit(a, edit);
      case Intent.DeleteMessage delete -> messages.delete(a, delete);
      case Intent.AcceptDialog accept -> dialogs.accept(a);
      case Intent.SkipDialog skip -> dialogs.skip(a);
      case Intent.TransferDialog transfer -> dialogs.transfer(a, transfer);
      case Intent.TakeOverDialog takeOver -> dialogs.takeOver(a);
      case Intent.FinishDialog finish -> dialogs.finish(a);
      case Intent.MarkSpam spam -> dialogs.spam(a);
      case Intent.InviteUsers invite -> dialogs.invite(a, invite);
      case Intent.JoinDialog join -> dialogs.join(a);
      case Intent.LeaveDialog leave -> dialogs.leave(a);
      case Intent.PinDialog pin -> dialogs.pin(a, true);
      case Intent.UnpinDialog unpin -> dialogs.pin(a, false);
      case Intent.RenameDialog rename -> dialogs.rename(a, rename);
      case Intent.MoveToNew move -> dialogs.moveToNew(a, move);
      case Intent.TagDialog tag -> marks.tag(a, tag);
      case Intent.SnoozeDialog snooze -> marks.snooze(a, snooze);
      case Intent.SetPriority set -> marks.prioritize(a, set);
      case Intent.MarkRead read -> attention.read(a, read);
      case Intent.MarkUnread unread -> attention.unread(a, unread);
      case Intent.MuteDialog _ -> attention.mute(a, true);
      case Intent.UnmuteDialog _ -> attention.mute(a, false);
      case Intent.FollowDialog _ -> attention.follow(a, true);
      case Intent.UnfollowDialog _ -> attention.follow(a, false);
      case Intent.SaveDraft save -> dialogs.saveDraft(a, save);
      case Intent.SetAvailability _,
          Intent.SetIdle _,
          Intent.RescheduleMessage _,
          Intent.UnscheduleMessage _,
          Intent.SaveCanned _,
          Intent.DeleteCanned _,
          Intent.CountCanned _,
          Intent.SaveMacro _,
          Intent.DeleteMacro _,
          Intent.ReadMentions _,
          Intent.AddChannel _,
          Intent.SaveChannel _,
          Intent.SetQueue _,
          Intent.SaveUser _,
          Intent.DisableUser _,
          Intent.EnableUser _ ->
          throw new IllegalStateException("not about a dialog");
    };
  }
}
