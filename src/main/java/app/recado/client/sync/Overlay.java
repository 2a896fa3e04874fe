package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.Author;
import app.recado.protocol.Command;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is shown: the relay's rows with what the agent did and the relay has not confirmed laid over
 * them. Pure: nothing here is ever written, so nothing ever has to be undone.
 */
final class Overlay {
  private Overlay() {}

  /**
   * A dialog as the agent should see it.
   *
   * @param pending entries of this dialog's outbox in their order; held and rejected ones change
   *     nothing
   */
  static DialogRow apply(DialogRow truth, List<OutboxEntry> pending, UserId me) {
    DialogRow shown = truth;
    for (OutboxEntry entry : pending) {
      if (entry.state().isPending() && entry.command().isKnown()) {
        shown = apply(shown, entry.command(), me);
      }
    }
    return shown;
  }

  /** The dialog once this command is done. */
  static DialogRow apply(DialogRow row, Command command, UserId me) {
    DialogRow.Session session = row.session();
    Instant at = Objects.requireNonNullElse(command.madeAt(), row.updatedAt());
    return switch (command.intent()) {
      case Intent.AcceptDialog _ ->
          session.status().isOpen() && session.owner() == null
              ? row.with(owned(session, me, at)).asleep(null)
              : row;
      case Intent.TakeOverDialog _ ->
          session.status().isOpen() ? row.with(owned(session, me, at)).asleep(null) : row;
      case Intent.SkipDialog _ -> row.with(returned(session, session.channel())).asleep(null);
      case Intent.TransferDialog transfer -> transferred(row, transfer, me, at);
      case Intent.FinishDialog _ ->
          row.with(ended(session, SessionStatus.CLOSED, me, at)).asleep(null);
      case Intent.MarkSpam _ -> row.with(ended(session, SessionStatus.SPAM, me, at)).asleep(null);
      case Intent.InviteUsers invite -> joined(row, invite.users());
      case Intent.JoinDialog _ -> joined(row, List.of(me));
      case Intent.LeaveDialog _ -> left(row, me);
      case Intent.PinDialog _ -> row.with(pinned(session, true));
      case Intent.UnpinDialog _ -> row.with(pinned(session, false));
      case Intent.RenameDialog rename -> row.titled(rename.title().strip());
      case Intent.MoveToNew _ -> moved(row, command, me, at);
      case Intent.TagDialog tag -> row.tagged(Tags.merged(row.tags(), tag.add(), tag.remove()));
      case Intent.SnoozeDialog snooze ->
          session.status().isAccepted() ? row.asleep(snooze.until()) : row;
      case Intent.SetPriority set -> row.urgent(set.priority());
      case Intent.SendMessage send -> sent(row, command, send, me, at);
      default -> row;
    };
  }

  private static DialogRow sent(
      DialogRow row, Command command, Intent.SendMessage send, UserId me, Instant at) {
    DialogRow.LastMessage last =
        new DialogRow.LastMessage(
            new MessageId(command.id().value()),
            Author.agent(me),
            snippet(send.text()),
            send.whisper(),
            at);
    DialogRow.Session session = row.session();
    if (!send.whisper() && reopens(command) && !session.status().isOpen()) {
      session = replied(owned(session, me, at));
    } else if (!send.whisper() && session.status().isAccepted()) {
      session = replied(session);
    }
    return row.with(session).saying(last);
  }

  /** Whether the command opens a new session: the agent saw none open. */
  static boolean reopens(Command command) {
    return command.basis() != null && command.basis().session() == null;
  }

  private static DialogRow moved(DialogRow row, Command command, UserId me, Instant at) {
    DialogRow.Session before = row.session();
    if (!before.status().isAccepted()) {
      return row;
    }
    DialogRow.Session next =
        new DialogRow.Session(
            new SessionId(command.id().value()),
            before.number() + 1,
            SessionStatus.ACCEPTED,
            before.channel(),
            me,
            null,
            null,
            false,
            at,
            at,
            before.waitingSince(),
            null,
            null,
            null,
            null,
            before.id());
    return row.with(next).joinedBy(List.of()).asleep(null);
  }

  private static DialogRow transferred(
      DialogRow row, Intent.TransferDialog transfer, UserId me, Instant at) {
    DialogRow.Session session = row.session();
    if (transfer.channel() != null) {
      DialogRow.Session given = returned(session, transfer.channel());
      return row.with(given).joinedBy(List.of()).asleep(null);
    }
    UserId target = transfer.user();
    if (target == null) {
      return row;
    }
    DialogRow given = row.with(owned(session, target, at)).asleep(null);
    return transfer.stay() ? joined(given, List.of(me)) : left(given, me);
  }

  /** The dialog's messages as the agent should see them: edits and deletions of mine laid over. */
  static MessageRow apply(MessageRow truth, List<OutboxEntry> pending) {
    MessageRow shown = truth;
    for (OutboxEntry entry : pending) {
      if (!entry.state().isPending()) {
        continue;
      }
      Instant at = Objects.requireNonNullElse(entry.command().madeAt(), truth.createdAt());
      if (entry.command().intent() instanceof Intent.EditMessage edit
          && edit.message().equals(truth.id())) {
        shown = shown.edited(edit.text(), at);
      } else if (entry.command().intent() instanceof Intent.DeleteMessage delete
          && delete.message().equals(truth.id())) {
        shown = shown.deleted(at);
      }
    }
    return shown;
  }

  static String snippet(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 140 ? line : line.substring(0, 140);
  }

  private static DialogRow joined(DialogRow row, List<UserId> users) {
    List<UserId> all = new ArrayList<>(row.participants());
    for (UserId user : users) {
      if (!all.contains(user) && !user.equals(row.session().owner())) {
        all.add(user);
      }
    }
    return row.joinedBy(all);
  }

  private static DialogRow left(DialogRow row, UserId user) {
    List<UserId> all = new ArrayList<>(row.participants());
    all.remove(user);
    return row.joinedBy(all);
  }

  private static DialogRow.Session owned(DialogRow.Session session, UserId owner, Instant at) {
    SessionStatus status =
        session.status().isAccepted() ? session.status() : SessionStatus.ACCEPTED;
    return session(session, status, session.channel(), owner, false, at, null, null);
  }

  private static DialogRow.Session replied(DialogRow.Session session) {
    return new DialogRow.Session(
        session.id(),
        session.number(),
        SessionStatus.AGENT_REPLIED,
        session.channel(),
        session.owner(),
        null,
        null,
        session.pinned(),
        session.startedAt(),
        session.acceptedAt(),
        null,
        session.firstReplySeconds(),
        null,
        null,
        session.rating(),
        session.parent());
  }

  private static DialogRow.Session returned(
      DialogRow.Session session, app.recado.protocol.ChannelId channel) {
    return session(
        session, SessionStatus.RETURNED, channel, null, false, session.acceptedAt(), null, null);
  }

  private static DialogRow.Session ended(
      DialogRow.Session session, SessionStatus status, UserId me, Instant at) {
    return session(
        session,
        status,
        session.channel(),
        session.owner() == null ? me : session.owner(),
        session.pinned(),
        session.acceptedAt(),
        at,
        me);
  }

  private static DialogRow.Session pinned(DialogRow.Session session, boolean pinned) {
    return session(
        session,
        session.status(),
        session.channel(),
        session.owner(),
        pinned,
        session.acceptedAt(),
        session.endedAt(),
        session.endedBy());
  }

  private static DialogRow.Session session(
      DialogRow.Session session,
      SessionStatus status,
      app.recado.protocol.ChannelId channel,
      @Nullable UserId owner,
      boolean pinned,
      @Nullable Instant acceptedAt,
      @Nullable Instant endedAt,
      @Nullable UserId endedBy) {
    return new DialogRow.Session(
        session.id(),
        session.number(),
        status,
        channel,
        owner,
        null,
        null,
        pinned,
        session.startedAt(),
        acceptedAt,
        session.waitingSince(),
        session.firstReplySeconds(),
        endedAt,
        endedBy,
        session.rating(),
        session.parent());
  }
}
