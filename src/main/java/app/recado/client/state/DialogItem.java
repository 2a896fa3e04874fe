package app.recado.client.state;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.UserRow;
import org.jspecify.annotations.Nullable;

/**
 * A dialog as the list and the header show it: the relay's rows with what is still in the outbox
 * laid over them.
 *
 * @param dialog after the overlay
 * @param channel of the session, the one that answers now
 * @param connectorKind {@code website}, …
 * @param unread messages of the customer that I have not read
 * @param draft first line of my reply draft; null without one
 * @param draftFiles how many files it has
 * @param queued how many of my commands on it wait
 * @param held how many are held
 * @param claimed whether I accepted it offline and the relay has not confirmed it yet
 * @param mine whether I own it
 * @param joined whether I am its owner or a participant
 * @param asleep whether it is snoozed, by the relay's clock
 * @param muted whether I want to hear nothing of it
 * @param followed whether I want to hear of it although it is not mine
 */
public record DialogItem(
    DialogRow dialog,
    CustomerRow customer,
    ChannelRow channel,
    String connectorKind,
    @Nullable UserRow owner,
    int unread,
    @Nullable String draft,
    int draftFiles,
    int queued,
    int held,
    boolean claimed,
    boolean mine,
    boolean joined,
    boolean asleep,
    boolean muted,
    boolean followed) {
  public DialogId id() {
    return dialog.id();
  }

  /** Whether what the customer writes there is to be announced to me. */
  public boolean isHeard() {
    return (joined || followed) && !muted;
  }
}
