package app.recado.relay.dialog;

import app.recado.protocol.Basis;
import app.recado.protocol.FileRules;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What agents do with dialogs; features.md, "Who may". */
final class DialogCommands {

  private static final int LONGEST_TITLE = 120;

  private final Sessions sessions;
  private final Timeline timeline;
  private final Drafts drafts;
  private final Ids ids;
  private final AuditTrail audit;
  private final Directory people;
  private final ChannelDirectory channels;

  DialogCommands(
      Sessions sessions,
      Timeline timeline,
      Drafts drafts,
      Ids ids,
      AuditTrail audit,
      Directory people,
      ChannelDirectory channels) {
    this.sessions = sessions;
    this.timeline = timeline;
    this.drafts = drafts;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.channels = channels;
  }

  Outcome accept(Attempt a) {
    if (a.dialog().isOpen() && a.isOwner()) {
      return a.nothingToDo();
    }
    boolean may = a.person().leads() || a.user().equals(a.dialog().offeredTo) || a.inQueue();
    Outcome held = first(a, may, Staleness.ended(a), lostTo(a), null);
    if (held != null) {
      return held;
    }
    sessions.accept(a.write(), a.dialog(), a.user());
    return a.applied();
  }

  /** Somebody else has it, whatever the agent saw. */
  private static @Nullable Outcome lostTo(Attempt a) {
    Dialog d = a.dialog();
    if (d.owner != null) {
      boolean transferred = d.ownerHow == Dialog.OwnerHow.TRANSFERRED;
      return a.held(transferred ? HeldReason.TRANSFERRED : HeldReason.TAKEN);
    }
    Basis basis = a.basis();
    boolean elsewhere =
        basis != null && basis.channel() != null && !basis.channel().equals(d.sessionChannel);
    return elsewhere ? a.held(HeldReason.TRANSFERRED) : null;
  }

  /** An offer that has gone on to the next agent meanwhile needs no skipping any more. */
  Outcome skip(Attempt a) {
    Dialog d = a.dialog();
    boolean offered = a.user().equals(d.offeredTo);
    boolean passedOn = d.owner == null && !offered && d.tried.contains(a.user());
    if (passedOn && Staleness.ended(a) == null && Staleness.moved(a) == null) {
      return a.nothingToDo();
    }
    Outcome held =
        first(
            a,
            offered || a.isOwner() || a.person().leads(),
            Staleness.ended(a),
            Staleness.moved(a),
            null);
    if (held != null) {
      return held;
    }
    auditAnothers(a, "dialog_skipped");
    sessions.skip(a.write(), d, a.user());
    return a.applied();
  }

  Outcome transfer(Attempt a, Intent.TransferDialog transfer) {
    if ((transfer.user() == null) == (transfer.channel() == null)) {
      return a.rejected("one_target", "user");
    }
    if (transfer.comment() != null && transfer.comment().length() > MessageCommands.LONGEST_TEXT) {
      return a.rejected("too_long", "comment");
    }
    return transfer.user() != null
        ? transferToUser(a, transfer, transfer.user())
        : transferToChannel(a, transfer);
  }

  private Outcome transferToUser(Attempt a, Intent.TransferDialog transfer, UserId target) {
    if (target.equals(a.user())) {
      return a.rejected("to_self", "user");
    }
    if (people.find(a.tx(), target).filter(Person::active).isEmpty()) {
      return a.rejected("not_found", "user");
    }
    Outcome held = transferHeld(a);
    if (held != null) {
      return held;
    }
    if (a.dialog().isOwner(target)) {
      return a.nothingToDo();
    }
    auditAnothers(a, "dialog_transferred");
    sessions.transferTo(a.write(), a.dialog(), a.user(), target, transfer.stay());
    comment(a, transfer.comment());
    return a.applied();
  }

  private Outcome transferToChannel(Attempt a, Intent.TransferDialog transfer) {
    Optional<Channel> target =
        Optional.ofNullable(transfer.channel())
            .flatMap(id -> channels.find(a.tx(), id))
            .filter(channel -> channel.settings().active());
    if (target.isEmpty()) {
      return a.rejected("not_found", "channel");
    }
    Outcome held = transferHeld(a);
    if (held != null) {
      return held;
    }
    auditAnothers(a, "dialog_transferred");
    comment(a, transfer.comment());
    sessions.transferTo(a.write(), a.dialog(), a.user(), target.get());
    return a.applied();
  }

  private static @Nullable Outcome transferHeld(Attempt a) {
    return first(a, mayAsOwner(a), Staleness.ended(a), Staleness.moved(a), null);
  }

  private void comment(Attempt a, @Nullable String comment) {
    if (comment != null && !comment.isBlank()) {
      MessageId id = new MessageId(ids.next());
      timeline.whisper(
          a.write(), a.dialog(), id, a.user(), Content.of(comment), a.caller().device());
    }
  }

  Outcome takeOver(Attempt a) {
    Dialog d = a.dialog();
    if (d.isOpen() && a.isOwner()) {
      return a.nothingToDo();
    }
    boolean may = a.person().mayJoin() || a.person().leads();
    Outcome moved = Staleness.moved(a);
    Outcome returned = d.owner == null ? a.held(whyNobodyHasIt(a)) : null;
    Outcome held = first(a, may, Staleness.ended(a), moved != null ? moved : returned, null);
    if (held != null) {
      return held;
    }
    auditAnothers(a, "dialog_taken_over");
    sessions.takeOver(a.write(), d, a.user());
    return a.applied();
  }

  /** Who saw it without an owner, or could not have seen one, had nobody to take it from. */
  private static HeldReason whyNobodyHasIt(Attempt a) {
    boolean sawNobody = a.basis() != null && a.basis().session() != null;
    return sawNobody || a.dialog().ownerHow == null ? HeldReason.FORBIDDEN : HeldReason.TRANSFERRED;
  }

  Outcome finish(Attempt a) {
    Dialog d = a.dialog();
    boolean mineAlready =
        a.user().equals(d.endedBy)
            && (d.status == SessionStatus.CLOSING || d.status == SessionStatus.CLOSED)
            && isSameSession(a);
    if (mineAlready) {
      return a.nothingToDo();
    }
    Outcome held =
        first(
            a,
            mayAsOwner(a),
            Staleness.ended(a),
            Staleness.moved(a),
            Staleness.unseenCustomerMessage(a));
    if (held != null) {
      return held;
    }
    auditAnothers(a, "dialog_finished");
    sessions.finish(a.write(), d, a.user());
    return a.applied();
  }

  Outcome spam(Attempt a) {
    Dialog d = a.dialog();
    if (d.status == SessionStatus.SPAM && a.user().equals(d.endedBy) && isSameSession(a)) {
      return a.nothingToDo();
    }
    Outcome held =
        first(
            a,
            mayAsOwner(a),
            Staleness.ended(a),
            Staleness.moved(a),
            Staleness.unseenCustomerMessage(a));
    if (held != null) {
      return held;
    }
    auditAnothers(a, "dialog_marked_spam");
    sessions.spam(a.write(), d, a.user());
    return a.applied();
  }

  Outcome moveToNew(Attempt a, Intent.MoveToNew move) {
    Optional<MessageRow> found =
        MessageTable.find(a.tx(), move.message())
            .filter(message -> message.dialog().equals(a.dialog().id))
            .filter(message -> message.event() == null);
    if (found.isEmpty()) {
      return a.rejected("not_found", "message");
    }
    if (found.get().deletedAt() != null) {
      return a.rejected("deleted", "message");
    }
    SessionId next = new SessionId(a.command().id().value());
    if (DialogTable.hasSession(a.tx(), next)) {
      return a.rejected("invalid", "id");
    }
    boolean may = a.isOwner() || (a.person().leads() && a.dialog().owner != null);
    Outcome held = first(a, may, Staleness.ended(a), Staleness.moved(a), null);
    if (held != null) {
      return held;
    }
    auditAnothers(a, "dialog_moved");
    sessions.moveToNew(a.write(), a.dialog(), a.user(), found.get(), next);
    return a.applied();
  }

  private static boolean isSameSession(Attempt a) {
    Basis basis = a.basis();
    return basis == null || basis.session() == null || basis.session().equals(a.dialog().session);
  }

  Outcome pin(Attempt a, boolean pinned) {
    boolean may = a.isOwner() || (a.person().leads() && a.dialog().owner != null);
    Outcome held = first(a, may, Staleness.ended(a), Staleness.moved(a), null);
    if (held != null) {
      return held;
    }
    if (a.dialog().pinned == pinned) {
      return a.nothingToDo();
    }
    auditAnothers(a, pinned ? "dialog_pinned" : "dialog_unpinned");
    sessions.pin(a.write(), a.dialog(), a.user(), pinned);
    return a.applied();
  }

  Outcome rename(Attempt a, Intent.RenameDialog rename) {
    String title = rename.title().strip();
    if (title.isEmpty()) {
      return a.rejected("empty", "title");
    }
    if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
      return a.rejected("too_long", "title");
    }
    if (!a.ownsOrJoined() && !a.person().leads()) {
      return whyNotMine(a);
    }
    Outcome depends = Staleness.depends(a);
    if (depends != null) {
      return depends;
    }
    if (a.dialog().title.equals(title)) {
      return a.nothingToDo();
    }
    auditOutsider(a, "dialog_renamed");
    sessions.rename(a.write(), a.dialog(), a.user(), title);
    return a.applied();
  }

  private static Outcome whyNotMine(Attempt a) {
    Outcome moved = Staleness.moved(a);
    return moved != null ? moved : a.held(HeldReason.FORBIDDEN);
  }

  Outcome invite(Attempt a, Intent.InviteUsers invite) {
    if (invite.users().isEmpty()) {
      return a.rejected("empty", "users");
    }
    for (UserId user : invite.users()) {
      if (people.find(a.tx(), user).filter(Person::active).isEmpty()) {
        return a.rejected("not_found", "users");
      }
    }
    Outcome held =
        first(
            a,
            a.ownsOrJoined() || a.person().leads(),
            Staleness.ended(a),
            a.ownsOrJoined() ? null : Staleness.moved(a),
            null);
    if (held != null) {
      return held;
    }
    List<UserId> fresh = new ArrayList<>();
    for (UserId user : invite.users()) {
      boolean there = a.dialog().isOwner(user) || a.dialog().hasJoined(user);
      if (!there && !fresh.contains(user)) {
        fresh.add(user);
      }
    }
    if (fresh.isEmpty()) {
      return a.nothingToDo();
    }
    auditOutsider(a, "dialog_invited");
    sessions.invite(a.write(), a.dialog(), a.user(), fresh);
    return a.applied();
  }

  Outcome join(Attempt a) {
    if (a.dialog().isOpen() && a.ownsOrJoined()) {
      return a.nothingToDo();
    }
    boolean may = a.person().mayJoin() || a.person().leads();
    Outcome held = first(a, may, Staleness.ended(a), null, null);
    if (held != null) {
      return held;
    }
    sessions.joined(a.write(), a.dialog(), a.user());
    return a.applied();
  }

  /** An owner does not leave: who goes on with it has to be said. */
  Outcome leave(Attempt a) {
    Outcome depends = Staleness.depends(a);
    if (depends != null) {
      return depends;
    }
    if (a.isOwner() && a.dialog().isOpen()) {
      return a.held(HeldReason.FORBIDDEN);
    }
    if (!a.dialog().hasJoined(a.user())) {
      return a.nothingToDo();
    }
    sessions.left(a.write(), a.dialog(), a.user());
    return a.applied();
  }

  Outcome saveDraft(Attempt a, Intent.SaveDraft save) {
    if (save.text().length() > MessageCommands.LONGEST_TEXT) {
      return a.rejected("too_long", "text");
    }
    if (save.files().size() > FileRules.MOST_PER_MESSAGE) {
      return a.rejected("too_many", "files");
    }
    return drafts
        .save(a.write(), a.user(), a.dialog().id, save)
        .map(seq -> Outcome.applied(a.command().id(), seq))
        .orElseGet(() -> a.rejected("not_found", "files"));
  }

  /** The owner; while nobody owns it any agent of the channel; those who lead always. */
  private static boolean mayAsOwner(Attempt a) {
    boolean unowned = a.dialog().owner == null && a.inQueue();
    return a.isOwner() || unowned || a.person().leads();
  }

  /**
   * The first that holds. What changed since the agent looked explains why the agent may not, so
   * {@code forbidden} is given only where nothing did.
   */
  private static @Nullable Outcome first(
      Attempt a,
      boolean may,
      @Nullable Outcome ended,
      @Nullable Outcome moved,
      @Nullable Outcome unseen) {
    if (!may && ended == null && moved == null) {
      return a.held(HeldReason.FORBIDDEN);
    }
    if (ended != null) {
      return ended;
    }
    if (moved != null) {
      return moved;
    }
    return unseen != null ? unseen : Staleness.depends(a);
  }

  /** What is also a participant's to do is a privilege of those who have not joined. */
  private void auditOutsider(Attempt a, String action) {
    if (!a.ownsOrJoined()) {
      auditAnothers(a, action);
    }
  }

  private void auditAnothers(Attempt a, String action) {
    UserId owner = a.dialog().owner;
    if (owner != null && !owner.equals(a.user())) {
      audit.record(a.write(), a.user(), action, a.dialog().id.value(), "owned by " + owner.value());
    }
  }
}
