package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.Intent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which commands a new one depends on. Pure. The entries are asked for their types alone: hundreds
 * may wait, and each new one looks at all of them.
 */
final class Chains {
  private static final String SEND = "message.send";

  private Chains() {}

  /**
   * What {@code after} says.
   *
   * @param earlier the entries of the same dialog, in order
   * @param owned whether the relay already says that the agent owns the dialog or joined it: then a
   *     claim that was lost is history
   */
  static List<CommandId> after(Intent intent, List<OutboxEntry> earlier, boolean owned) {
    List<CommandId> after = new ArrayList<>();
    for (int i = 0; i < earlier.size(); i++) {
      OutboxEntry entry = earlier.get(i);
      if (entry.state() == OutboxState.APPLIED || !entry.command().isKnown()) {
        continue;
      }
      if (dependsOn(intent, entry, isLostClaim(entry, earlier, i, owned))) {
        after.add(entry.id());
      }
    }
    return List.copyOf(after);
  }

  private static boolean dependsOn(Intent intent, OutboxEntry entry, boolean lostClaim) {
    Command earlier = entry.command();
    boolean claim = (isClaim(earlier.type()) && !lostClaim) || isMove(entry);
    return switch (intent) {
      case Intent.SendMessage send ->
          !send.whisper() && (claim || isInTheWay(entry) || isCallingBack(entry));
      case Intent.ScheduleMessage _ -> claim || isCallingBack(entry);
      case Intent.EditMessage edit ->
          entry.id().value().equals(edit.message().value())
              || (earlier.type().equals(edit.type())
                  && earlier.intent() instanceof Intent.EditMessage before
                  && before.message().equals(edit.message()));
      case Intent.DeleteMessage delete -> entry.id().value().equals(delete.message().value());
      case Intent.FinishDialog _, Intent.MoveToNew _ -> claim || earlier.type().equals(SEND);
      case Intent.SnoozeDialog _ ->
          claim
              || (isPublicMessage(earlier)
                  && (entry.state().isQueued() || Overlay.reopens(earlier)));
      case Intent.TransferDialog _,
          Intent.SkipDialog _,
          Intent.PinDialog _,
          Intent.UnpinDialog _,
          Intent.RenameDialog _,
          Intent.InviteUsers _,
          Intent.MarkSpam _ ->
          claim || (isPublicMessage(earlier) && Overlay.reopens(earlier));
      default -> false;
    };
  }

  /**
   * What a new act of the agent was based on, as the relay can understand it: a message after one
   * that opens a session belongs to that session, which has no id until the relay's rows show it.
   * Other acts name the session that was shown, and come after that message: they must not hit a
   * session that neither was shown nor is its.
   *
   * @param earlier the entries of the same dialog
   */
  static @Nullable Basis basis(Intent intent, @Nullable Basis seen, List<OutboxEntry> earlier) {
    if (!(intent instanceof Intent.SendMessage) || seen == null || seen.session() == null) {
      return seen;
    }
    boolean reopened =
        earlier.stream()
            .anyMatch(entry ->
                entry.state().isPending()
                    && isPublicMessage(entry.command())
                    && Overlay.reopens(entry.command()));
    return reopened ? new Basis(null, seen.owner(), seen.channel(), seen.lastMessage()) : seen;
  }

  /**
   * A command that kept its time, as it takes its place: a public message then comes after those
   * before it that wait to be sent.
   *
   * @param earlier the entries of the same dialog before it, as they stand now
   */
  static Command placed(Command command, List<OutboxEntry> earlier) {
    if (!command.isKnown() || !isPublicMessage(command)) {
      return command;
    }
    Set<CommandId> after = new LinkedHashSet<>(command.after());
    for (OutboxEntry entry : earlier) {
      if (entry.state() != OutboxState.APPLIED && entry.command().isKnown() && isInTheWay(entry)) {
        after.add(entry.id());
      }
    }
    return command.withAfter(List.copyOf(after));
  }

  /** Whether a message that comes later finds the dialog in other hands, or closed. */
  static boolean givesAway(String type) {
    return switch (type) {
      case "dialog.transfer", "dialog.skip", "dialog.leave", "dialog.spam", "dialog.finish" -> true;
      default -> false;
    };
  }

  /** What is done after it is done in the session that it begins. */
  private static boolean isMove(OutboxEntry entry) {
    return entry.state().isPending() && entry.command().type().equals("dialog.moveToNew");
  }

  static boolean isClaim(String type) {
    return switch (type) {
      case "dialog.accept", "dialog.takeOver", "dialog.join" -> true;
      default -> false;
    };
  }

  /** A message that waits for its file or its time takes its place when it is ready. */
  private static boolean isInTheWay(OutboxEntry entry) {
    return isPublicMessage(entry.command()) && entry.state() != OutboxState.DELAYED;
  }

  /** What is sent in the place of a scheduled message must not come beside it. */
  private static boolean isCallingBack(OutboxEntry entry) {
    return entry.state().isQueued() && entry.command().type().equals("message.unschedule");
  }

  private static boolean isPublicMessage(Command command) {
    return command.type().equals(SEND) && !command.args().get("whisper").getAsBoolean();
  }

  private static boolean isLostClaim(
      OutboxEntry entry, List<OutboxEntry> all, int index, boolean owned) {
    if (!entry.state().needsAttention()) {
      return false;
    }
    if (owned) {
      return true;
    }
    return all.subList(index + 1, all.size()).stream()
        .anyMatch(later -> later.state().isQueued() && isClaim(later.command().type()));
  }
}
