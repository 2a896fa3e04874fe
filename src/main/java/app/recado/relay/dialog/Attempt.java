package app.recado.relay.dialog;

import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Outcome;
import app.recado.protocol.UserId;
import app.recado.relay.account.Caller;
import app.recado.relay.account.Person;
import app.recado.relay.channel.Channel;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.channel.ChannelSettings;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * One command on one dialog that its caller sees, while it is judged and carried out.
 *
 * @param dependsMet whether everything the command comes after was applied
 */
record Attempt(
    DialogTable dialogs,
    Write write,
    Caller caller,
    Person person,
    Command command,
    DialogTable.Loaded loaded,
    ChannelDirectory channels,
    boolean dependsMet) {

  Tx tx() {
    return write.tx();
  }

  Dialog dialog() {
    return loaded.dialog;
  }

  /** The session's channel. */
  Channel channel() {
    return channels.get(tx(), dialog().sessionChannel);
  }

  /** The session's channel's settings, without its agents' addresses. */
  ChannelSettings settings() {
    return channel().settings();
  }

  UserId user() {
    return caller.user();
  }

  @Nullable Basis basis() {
    return command.basis();
  }

  boolean isOwner() {
    return dialog().isOwner(user());
  }

  boolean ownsOrJoined() {
    return isOwner() || dialog().hasJoined(user());
  }

  boolean inQueue() {
    return channel().hasAgent(user());
  }

  /** Stores the dialog; applied under the number of that. */
  Outcome applied() {
    return Outcome.applied(command.id(), dialogs.save(write, loaded));
  }

  /** Applied, with nothing to change; but not while something it comes after is not. */
  Outcome nothingToDo() {
    return dependsMet ? Outcome.applied(command.id(), null) : held(HeldReason.DEPENDS_ON_HELD);
  }

  Outcome rejected(String reason, @Nullable String field) {
    return Outcome.rejected(command.id(), reason, field);
  }

  Outcome held(HeldReason reason) {
    Dialog d = dialog();
    return switch (reason) {
      case CLOSED, SPAM ->
          held(reason, new Outcome.Now(d.sessionRow(), null, d.endedBy, d.endedAt));
      case TAKEN, TRANSFERRED ->
          held(reason, new Outcome.Now(d.sessionRow(), null, d.ownerBy, d.ownerSince));
      default -> held(reason, new Outcome.Now(d.sessionRow(), null, null, null));
    };
  }

  Outcome held(HeldReason reason, Outcome.@Nullable Now now) {
    return Outcome.held(command.id(), reason, now);
  }
}
