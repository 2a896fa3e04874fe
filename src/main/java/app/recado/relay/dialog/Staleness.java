package app.recado.relay.dialog;

import app.recado.protocol.AuthorKind;
import app.recado.protocol.Basis;
import app.recado.protocol.HeldReason;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what an agent had seen still holds. Each check gives the outcome that holds the command,
 * or null. Callers ask in the order of precedence of {@link HeldReason}.
 */
final class Staleness {

  private Staleness() {}

  /** The session the agent saw has ended, or the dialog's session has. */
  static @Nullable Outcome ended(Attempt a) {
    Dialog d = a.dialog();
    Basis basis = a.basis();
    if (basis != null
        && basis.session() != null
        && !basis.session().equals(d.session)
        && !followed(a)) {
      SessionStatus how =
          DialogTable.ending(a.tx(), d.id, basis.session()).orElse(SessionStatus.CLOSED);
      return a.held(how == SessionStatus.SPAM ? HeldReason.SPAM : HeldReason.CLOSED);
    }
    if (!d.isOpen()) {
      return a.held(d.status == SessionStatus.SPAM ? HeldReason.SPAM : HeldReason.CLOSED);
    }
    return null;
  }

  /**
   * Whether what the agent did before, and this comes after, has led into the session of now: a
   * reopening's session has no name until it is made.
   */
  private static boolean followed(Attempt a) {
    return a.command().after().stream()
        .anyMatch(before ->
            MessageTable.isOf(a.tx(), new MessageId(before.value()), a.dialog().session, a.user()));
  }

  /** Another owner or channel than the agent saw; that I own it now is never a surprise. */
  static @Nullable Outcome moved(Attempt a) {
    Dialog d = a.dialog();
    Basis basis = a.basis();
    if (basis == null || basis.session() == null || a.isOwner()) {
      return null;
    }
    if (!Objects.equals(basis.owner(), d.owner)) {
      return a.held(ownerChange(d));
    }
    if (basis.channel() != null && !basis.channel().equals(d.sessionChannel)) {
      return a.held(HeldReason.TRANSFERRED);
    }
    return null;
  }

  private static HeldReason ownerChange(Dialog d) {
    boolean transferred = d.owner == null || d.ownerHow == Dialog.OwnerHow.TRANSFERRED;
    return transferred ? HeldReason.TRANSFERRED : HeldReason.TAKEN;
  }

  /** A reply that the agent, at this device, had not seen. */
  static @Nullable Outcome unseenReply(Attempt a) {
    Basis basis = a.basis();
    if (basis == null || basis.lastMessage() == null || a.dialog().isLast(basis.lastMessage())) {
      return null;
    }
    long seen = MessageTable.position(a.tx(), a.dialog().id, basis.lastMessage());
    List<MessageTable.Unseen> replies =
        MessageTable.repliesAfter(a.tx(), a.dialog().id, seen, a.user(), a.caller().device());
    for (MessageTable.Unseen reply : replies) {
      boolean mineInThisChain =
          a.command().after().stream()
              .anyMatch(before -> before.value().equals(reply.id().value()));
      if (!mineInThisChain) {
        return a.held(HeldReason.UNSEEN_REPLY, unseen(a, reply.id()));
      }
    }
    return null;
  }

  /** A customer's message that the agent had not seen. */
  static @Nullable Outcome unseenCustomerMessage(Attempt a) {
    Basis basis = a.basis();
    if (basis == null || basis.lastMessage() == null || a.dialog().isLast(basis.lastMessage())) {
      return null;
    }
    long seen = MessageTable.position(a.tx(), a.dialog().id, basis.lastMessage());
    return MessageTable.customerAfter(a.tx(), a.dialog().id, seen)
        .map(message -> a.held(HeldReason.UNSEEN_CUSTOMER_MESSAGE, unseen(a, message)))
        .orElse(null);
  }

  private static Outcome.Now unseen(Attempt a, MessageId id) {
    Optional<MessageRow> message = MessageTable.find(a.tx(), id);
    UserId by =
        message
            .filter(row -> row.author().kind() == AuthorKind.AGENT)
            .map(row -> new UserId(Objects.requireNonNull(row.author().id())))
            .orElse(null);
    return new Outcome.Now(
        a.dialog().sessionRow(), id, by, message.map(MessageRow::createdAt).orElse(null));
  }

  static @Nullable Outcome depends(Attempt a) {
    return a.dependsMet() ? null : a.held(HeldReason.DEPENDS_ON_HELD);
  }
}
