package app.recado.relay.dialog;

import app.recado.protocol.Author;
import app.recado.protocol.Basis;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DraftKind;
import app.recado.protocol.FileRules;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What agents do with messages. */
final class MessageCommands {

  static final int LONGEST_TEXT = 10_000;

  private final Timeline timeline;
  private final Sessions sessions;
  private final Attachments attachments;
  private final MentionDesk mentions;
  private final Drafts drafts;

  MessageCommands(
      Timeline timeline,
      Sessions sessions,
      Attachments attachments,
      MentionDesk mentions,
      Drafts drafts) {
    this.drafts = drafts;
    this.mentions = mentions;
    this.timeline = timeline;
    this.sessions = sessions;
    this.attachments = attachments;
  }

  Outcome send(Attempt a, Intent.SendMessage send) {
    Outcome invalid = invalid(a, send);
    if (invalid != null) {
      return invalid;
    }
    MessageId id = new MessageId(a.command().id().value());
    if (a.write().isCareful() && MessageTable.exists(a.tx(), id)) {
      return a.rejected("invalid", "id");
    }
    if (send.whisper()) {
      Outcome depends = Staleness.depends(a);
      if (depends != null) {
        return depends;
      }
      Optional<Content> content = content(a, send, id);
      if (content.isEmpty()) {
        return a.rejected("not_found", "files");
      }
      timeline.whisper(a.write(), a.dialog(), id, a.user(), content.get(), a.caller().device());
      mentions.look(a, id, send.text());
      return sent(a, DraftKind.WHISPER, send);
    }
    return reply(a, send, id);
  }

  private static @Nullable Outcome invalid(Attempt a, Intent.SendMessage send) {
    String text = send.text();
    if (text.isBlank() && send.files().isEmpty()) {
      return a.rejected("empty", "text");
    }
    if (text.length() > LONGEST_TEXT) {
      return a.rejected("too_long", "text");
    }
    if (send.files().size() > FileRules.MOST_PER_MESSAGE) {
      return a.rejected("too_many", "files");
    }
    if (send.quote() == null) {
      return null;
    }
    Optional<MessageRow> quoted =
        MessageTable.find(a.tx(), send.quote())
            .filter(message -> message.dialog().equals(a.dialog().id))
            .filter(message -> message.event() == null);
    if (quoted.isEmpty()) {
      return a.dependsMet() ? a.rejected("not_found", "quote") : a.held(HeldReason.DEPENDS_ON_HELD);
    }
    // a whisper quoted in public would reach the customer
    return quoted.get().whisper() && !send.whisper() ? a.rejected("quotes_whisper", "quote") : null;
  }

  /** Sends a reply that waited for its time; what is being written meanwhile is another text. */
  Outcome sendInTime(Attempt a, Intent.SendMessage send) {
    Outcome invalid = invalid(a, send);
    Outcome said =
        invalid != null ? invalid : say(a, send, new MessageId(a.command().id().value()));
    return said != null ? said : a.applied();
  }

  /** Why a reply would not be sent now; null if it would. */
  @Nullable Outcome refused(Attempt a, Intent.SendMessage send) {
    Outcome invalid = invalid(a, send);
    return invalid != null ? invalid : held(a, writesFirst(a));
  }

  private Outcome reply(Attempt a, Intent.SendMessage send, MessageId id) {
    Outcome refused = say(a, send, id);
    return refused != null ? refused : sent(a, DraftKind.REPLY, send);
  }

  private static boolean writesFirst(Attempt a) {
    Basis basis = a.basis();
    return !a.dialog().isOpen() && (basis == null || basis.session() == null) && mayWriteFirst(a);
  }

  private static @Nullable Outcome held(Attempt a, boolean writesFirst) {
    Outcome held = writesFirst ? off(a) : whyReplyHeld(a);
    return held != null ? held : Staleness.depends(a);
  }

  /** Says it to the customer, unless the outcome says why not. */
  private @Nullable Outcome say(Attempt a, Intent.SendMessage send, MessageId id) {
    Dialog d = a.dialog();
    boolean writesFirst = writesFirst(a);
    Outcome held = held(a, writesFirst);
    if (held != null) {
      return held;
    }
    Optional<Content> content = content(a, send, id);
    if (content.isEmpty()) {
      return a.rejected("not_found", "files");
    }
    if (writesFirst) {
      sessions.begin(a.write(), d, a.user());
    }
    timeline.say(a.write(), d, id, Author.agent(a.user()), content.get(), a.caller().device());
    sessions.agentReplied(a.write(), d);
    mentions.look(a, id, send.text());
    return null;
  }

  /** With its files, which are this message's from now on; empty if one of them is not there. */
  private Optional<Content> content(Attempt a, Intent.SendMessage send, MessageId id) {
    if (send.files().isEmpty()) {
      return Optional.of(new Content(send.text(), send.quote(), List.of()));
    }
    return attachments
        .take(a.write(), a.user(), a.dialog().id, id, send.files())
        .map(files -> new Content(send.text(), send.quote(), files));
  }

  private static boolean mayWriteFirst(Attempt a) {
    return a.person().leads() || a.inQueue() || a.ownsOrJoined();
  }

  private static @Nullable Outcome whyReplyHeld(Attempt a) {
    Dialog d = a.dialog();
    Basis basis = a.basis();
    boolean sawNoneOpen = basis != null && basis.session() == null;
    if (sawNoneOpen && d.isOpen() && !a.isOwner() && !d.hasJoined(a.user())) {
      return a.held(d.owner == null ? HeldReason.CLOSED : HeldReason.TAKEN);
    }
    Outcome forbidden = forbidden(a);
    if (forbidden != null) {
      return forbidden;
    }
    Outcome off = off(a);
    if (off != null) {
      return off;
    }
    Outcome ended = Staleness.ended(a);
    if (ended != null) {
      return ended;
    }
    Outcome moved = Staleness.moved(a);
    return moved != null ? moved : Staleness.unseenReply(a);
  }

  /** Forbidden is what no change since the agent looked explains. */
  private static @Nullable Outcome forbidden(Attempt a) {
    Dialog d = a.dialog();
    boolean allowed = d.owner != null && a.ownsOrJoined();
    if (allowed || explained(a)) {
      return null;
    }
    boolean claimFailed = d.owner == null && !a.dependsMet();
    return a.held(claimFailed ? HeldReason.DEPENDS_ON_HELD : HeldReason.FORBIDDEN);
  }

  /** Whether the session ended or went to somebody else since the agent looked. */
  private static boolean explained(Attempt a) {
    return a.basis() != null
        && (Staleness.ended(a) != null
            || (Staleness.moved(a) != null
                && (a.dialog().owner != null || a.dialog().ownerHow != null)));
  }

  private static @Nullable Outcome off(Attempt a) {
    boolean on = a.settings().active() && connectorOn(a);
    return on ? null : a.held(HeldReason.CHANNEL_OFF);
  }

  private static boolean connectorOn(Attempt a) {
    return a.channels().get(a.tx(), a.dialog().channel).connectors().stream()
        .anyMatch(connector -> connector.id().equals(a.dialog().connector) && connector.on());
  }

  private Outcome sent(Attempt a, DraftKind kind, Intent.SendMessage send) {
    if (!send.besideDraft()) {
      drafts.sent(a.write(), a.user(), a.dialog().id, kind, send.text(), send.files());
    }
    return a.applied();
  }

  Outcome edit(Attempt a, Intent.EditMessage edit) {
    if (edit.text().length() > LONGEST_TEXT) {
      return a.rejected("too_long", "text");
    }
    Outcome refused = refused(a, edit.message(), true);
    if (refused != null) {
      return refused;
    }
    MessageRow before = MessageTable.find(a.tx(), edit.message()).orElseThrow();
    if (before.deletedAt() != null) {
      return a.rejected("deleted", "message");
    }
    if (edit.text().isBlank() && before.attachments().isEmpty()) {
      return a.rejected("empty", "text");
    }
    if (before.text().equals(edit.text())) {
      return a.nothingToDo();
    }
    MessageTable.keepRevision(a.write(), before);
    Timeline.replace(a.write(), a.dialog(), before, before.edited(edit.text(), a.write().now()));
    mentions.look(a, edit.message(), edit.text());
    return a.applied();
  }

  Outcome delete(Attempt a, Intent.DeleteMessage delete) {
    Outcome refused = refused(a, delete.message(), false);
    if (refused != null) {
      return refused;
    }
    MessageRow before = MessageTable.find(a.tx(), delete.message()).orElseThrow();
    if (before.deletedAt() != null) {
      return a.nothingToDo();
    }
    a.tx().run("DELETE FROM revision WHERE message_id = ?", before.id());
    if (!before.attachments().isEmpty()) {
      attachments.drop(a.write(), before.id());
    }
    Timeline.replace(a.write(), a.dialog(), before, before.deleted(a.write().now()));
    Timeline.dropCopies(a.write(), a.dialog(), before.id());
    return a.applied();
  }

  /** What edits and deletions have in common; null if it may go on. */
  private static @Nullable Outcome refused(Attempt a, MessageId id, boolean edit) {
    Optional<MessageRow> found =
        MessageTable.find(a.tx(), id)
            .filter(message -> message.dialog().equals(a.dialog().id))
            .filter(message -> message.event() == null);
    if (found.isEmpty()) {
      return a.dependsMet()
          ? a.rejected("not_found", "message")
          : a.held(HeldReason.DEPENDS_ON_HELD);
    }
    MessageRow message = found.get();
    if (!message.author().isAgent(a.user())) {
      return a.held(HeldReason.FORBIDDEN);
    }
    if (message.whisper()) {
      return Staleness.depends(a);
    }
    Integer seconds = seconds(a, edit);
    if (seconds != null && a.write().now().isAfter(message.createdAt().plusSeconds(seconds))) {
      return a.rejected(seconds == 0 ? "not_supported" : "too_late", "message");
    }
    Basis basis = a.basis();
    Outcome ended = basis != null && basis.session() != null ? Staleness.ended(a) : null;
    Outcome moved = Staleness.moved(a);
    if (!a.ownsOrJoined() && ended == null && moved == null) {
      return a.held(HeldReason.FORBIDDEN);
    }
    Outcome off = off(a);
    if (off != null) {
      return off;
    }
    Outcome stale = ended != null ? ended : moved;
    return stale != null ? stale : Staleness.depends(a);
  }

  private static @Nullable Integer seconds(Attempt a, boolean edit) {
    List<ChannelRow.Connector> connectors =
        a.channel().connectors().stream()
            .filter(connector -> connector.id().equals(a.dialog().connector))
            .toList();
    if (connectors.isEmpty()) {
      return null;
    }
    return edit ? connectors.getFirst().editSeconds() : connectors.getFirst().deleteSeconds();
  }
}
