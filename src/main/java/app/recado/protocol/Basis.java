package app.recado.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What the agent had seen when a command was made.
 *
 * @param session the session on screen; null when the agent saw none open and writes first or
 *     reopens
 * @param owner its owner; null while nobody has it; under a tentative claim the agent
 * @param channel the session's channel
 * @param lastMessage the newest message from the relay that was on screen
 */
public record Basis(
    @Nullable SessionId session,
    @Nullable UserId owner,
    @Nullable ChannelId channel,
    @Nullable MessageId lastMessage) {

  /** Of one who has seen the dialog as it is in this row; an ended session is seen as none. */
  public static Basis of(DialogRow seen) {
    DialogRow.Session session = seen.session();
    DialogRow.LastMessage last = seen.lastMessage();
    return new Basis(
        session.status().isOpen() ? session.id() : null,
        session.owner(),
        session.channel(),
        last == null ? null : last.id());
  }
}
