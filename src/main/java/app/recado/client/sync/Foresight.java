package app.recado.client.sync;

import app.recado.client.state.DialogItem;
import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Intent;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.List;

/** What an act will make of a dialog if nothing comes between. Pure, as {@link Overlay}. */
public final class Foresight {
  private Foresight() {}

  /** The dialog as it will be shown once the act is queued. */
  public static DialogItem after(DialogItem item, Intent intent, UserId me, Instant at) {
    DialogRow.Session seen = item.dialog().session();
    Basis basis = new Basis(seen.id(), seen.owner(), seen.channel(), null);
    Command command =
        Command.of(new CommandId("foreseen"), item.id(), basis, List.of(), intent, at);
    DialogRow row = Overlay.apply(item.dialog(), command, me);
    boolean mine = me.equals(row.session().owner());
    return new DialogItem(
        row,
        item.customer(),
        item.channel(),
        item.connectorKind(),
        item.owner(),
        item.unread(),
        item.draft(),
        item.draftFiles(),
        item.queued(),
        item.held(),
        item.claimed(),
        mine,
        mine || row.participants().contains(me),
        row.snoozedUntil() != null && row.snoozedUntil().isAfter(at),
        item.muted(),
        item.followed());
  }
}
