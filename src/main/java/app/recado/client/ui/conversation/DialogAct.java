package app.recado.client.ui.conversation;

import app.recado.client.state.DialogItem;
import app.recado.protocol.Role;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import java.util.EnumSet;
import java.util.Set;

/** What an agent can do with a whole dialog. */
public enum DialogAct {
  ANSWER,
  TRANSFER,
  ACCEPT_AND_CLOSE,
  SKIP,
  SPAM,
  INVITE,
  FINISH,
  TAKE_OVER,
  JOIN,
  LEAVE,
  REOPEN;

  /**
   * What this person may do with a dialog as it stands; the relay checks again. An act that is not
   * in the set is not shown.
   */
  public static Set<DialogAct> of(DialogItem item, UserRow me) {
    Set<DialogAct> acts = EnumSet.noneOf(DialogAct.class);
    SessionStatus status = item.dialog().session().status();
    if (!status.isOpen()) {
      if (item.channel().active()) {
        acts.add(REOPEN);
      }
      return acts;
    }
    if (status.group() == SessionStatus.Group.UNANSWERED) {
      acts.addAll(EnumSet.of(ANSWER, TRANSFER, ACCEPT_AND_CLOSE, SPAM));
      if (me.id().equals(item.dialog().session().offeredTo())) {
        acts.add(SKIP);
      }
      return acts;
    }
    boolean supervises = me.role() != Role.AGENT;
    if (item.mine() || supervises) {
      acts.addAll(EnumSet.of(INVITE, TRANSFER, FINISH, SKIP, SPAM));
    }
    if (item.joined()) {
      acts.add(INVITE);
    }
    if (!item.mine()) {
      if (item.joined()) {
        acts.add(LEAVE);
      }
      if (me.mayJoin() || supervises) {
        acts.add(TAKE_OVER);
        if (!item.joined()) {
          acts.add(JOIN);
        }
      }
    }
    return acts;
  }
}
