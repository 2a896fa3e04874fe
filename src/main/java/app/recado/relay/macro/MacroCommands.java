package app.recado.relay.macro;

import app.recado.protocol.CannedScope;
import app.recado.protocol.Command;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Outcome;
import app.recado.protocol.RowKind;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Caller;
import app.recado.relay.account.Directory;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.dialog.Errands;
import app.recado.relay.store.RowAudience;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done with macros; running one is the desk's affair. Whoever sees one may change it or
 * delete it, as with canned responses: a personal one its owner, a channel's who works there, the
 * others everybody. The latest save wins, also over a deletion. To whom one cannot be seen it is
 * not there.
 */
public final class MacroCommands implements Errands {
  private final ChannelDirectory channels;
  private final Directory people;
  private final AuditTrail audit;

  public MacroCommands(ChannelDirectory channels, Directory people, AuditTrail audit) {
    this.channels = channels;
    this.people = people;
    this.audit = audit;
  }

  @Override
  public @Nullable Outcome carryOut(Write write, Caller caller, Command command, Intent intent) {
    return switch (intent) {
      case Intent.SaveMacro save -> save(write, caller.user(), command, save);
      case Intent.DeleteMacro delete -> delete(write, caller.user(), command, delete.macro());
      default -> null;
    };
  }

  private Outcome save(Write write, UserId user, Command command, Intent.SaveMacro save) {
    String wrong = wrongField(save);
    if (wrong != null) {
      return Outcome.rejected(command.id(), "invalid", wrong);
    }
    Scopes reader = Scopes.load(write.tx(), user);
    MacroTable.Entry before = MacroTable.find(write.tx(), save.macro()).orElse(null);
    if (before != null && !audience(before.row()).includes(reader)) {
      return Outcome.rejected(command.id(), "not_found", "macro");
    }
    if (save.channel() != null && channels.find(write.tx(), save.channel()).isEmpty()) {
      return Outcome.rejected(command.id(), "not_found", "channel");
    }
    if (!save.steps().stream().allMatch(step -> leadsSomewhere(write.tx(), step))) {
      return Outcome.rejected(command.id(), "not_found", "steps");
    }
    MacroRow row = row(write, user, save, before);
    if (!audience(row).includes(reader)) {
      return Outcome.held(command.id(), HeldReason.FORBIDDEN, null);
    }
    if (before != null && !before.deleted()) {
      auditAnothers(write, user, before.row(), "macro_changed");
      if (!audience(before.row()).equals(audience(row))) {
        write.takeFrom(RowKind.MACRO, row.rowId(), audience(before.row()));
      }
    }
    MacroTable.store(write.tx(), row, false);
    return Outcome.applied(command.id(), write.putTo(row, audience(row)));
  }

  private static MacroRow row(
      Write write, UserId user, Intent.SaveMacro save, MacroTable.@Nullable Entry before) {
    UserId owner =
        before == null || save.scope() == CannedScope.PERSONAL ? user : before.row().owner();
    return new MacroRow(
        save.macro(),
        save.scope(),
        save.channel(),
        owner,
        save.name().strip(),
        save.steps(),
        write.now());
  }

  private Outcome delete(Write write, UserId user, Command command, MacroId id) {
    MacroTable.Entry before =
        MacroTable.find(write.tx(), id)
            .filter(found -> audience(found.row()).includes(Scopes.load(write.tx(), user)))
            .orElse(null);
    if (before == null) {
      return Outcome.rejected(command.id(), "not_found", "macro");
    }
    if (before.deleted()) {
      return Outcome.applied(command.id(), null);
    }
    auditAnothers(write, user, before.row(), "macro_deleted");
    MacroTable.store(write.tx(), before.row(), true);
    return Outcome.applied(
        command.id(), write.takeFrom(RowKind.MACRO, id.value(), audience(before.row())));
  }

  private static RowAudience audience(MacroRow row) {
    return RowAudience.of(row.scope(), row.channel(), row.owner());
  }

  private void auditAnothers(Write write, UserId user, MacroRow row, String action) {
    if (!row.owner().equals(user)) {
      audit.record(write, user, action, row.rowId(), row.name());
    }
  }

  /** Whoever is transferred to is there; whether still active is seen when it is run. */
  private boolean leadsSomewhere(Tx tx, MacroStep step) {
    return switch (step) {
      case MacroStep.Transfer(UserId user, _, _) when user != null ->
          people.find(tx, user).isPresent();
      case MacroStep.Transfer(_, var channel, _) when channel != null ->
          channels.find(tx, channel).isPresent();
      default -> true;
    };
  }

  private static @Nullable String wrongField(Intent.SaveMacro save) {
    if ((save.scope() == CannedScope.CHANNEL) != (save.channel() != null)) {
      return "channel";
    }
    String name = save.name().strip();
    if (name.isEmpty() || name.length() > MacroStep.LONGEST_NAME) {
      return "name";
    }
    boolean good =
        !save.steps().isEmpty()
            && save.steps().size() <= MacroStep.MOST
            && save.steps().stream().allMatch(MacroCommands::isGood);
    return good ? null : "steps";
  }

  private static boolean isGood(MacroStep step) {
    return switch (step) {
      case MacroStep.Reply(String text) -> isText(text, MacroStep.LONGEST_TEXT);
      case MacroStep.Whisper(String text) -> isText(text, MacroStep.LONGEST_TEXT);
      case MacroStep.Rename(String title) -> isText(title, MacroStep.LONGEST_TITLE);
      case MacroStep.Transfer to ->
          (to.user() == null) != (to.channel() == null)
              && to.comment().length() <= MacroStep.LONGEST_TEXT;
      case MacroStep.Snooze(var until, Integer minutes) ->
          (until == null) != (minutes == null)
              && (minutes == null || (minutes > 0 && minutes <= MacroStep.LONGEST_SNOOZE));
      case MacroStep.Tag(List<String> add, List<String> remove) ->
          !(add.isEmpty() && remove.isEmpty())
              && add.size() <= Tags.MOST
              && remove.size() <= Tags.MOST
              && Stream.concat(add.stream(), remove.stream())
                  .allMatch(tag -> Tags.isGood(Tags.clean(tag)));
      case MacroStep.Answer _, MacroStep.Finish _, MacroStep.Pin _, MacroStep.Prioritize _ -> true;
    };
  }

  private static boolean isText(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
  }
}
