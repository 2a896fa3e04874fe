package app.recado.client.ui.conversation;

import static app.recado.client.ui.Pictures.BRUNO;
import static app.recado.client.ui.Pictures.PAULA;
import static app.recado.client.ui.conversation.DialogAct.ACCEPT_AND_CLOSE;
import static app.recado.client.ui.conversation.DialogAct.ANSWER;
import static app.recado.client.ui.conversation.DialogAct.FINISH;
import static app.recado.client.ui.conversation.DialogAct.INVITE;
import static app.recado.client.ui.conversation.DialogAct.JOIN;
import static app.recado.client.ui.conversation.DialogAct.REOPEN;
import static app.recado.client.ui.conversation.DialogAct.SKIP;
import static app.recado.client.ui.conversation.DialogAct.SPAM;
import static app.recado.client.ui.conversation.DialogAct.TAKE_OVER;
import static app.recado.client.ui.conversation.DialogAct.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Example;
import app.recado.protocol.Role;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import org.junit.jupiter.api.Test;

class DialogActTest {
  private static final Example.Item PAULAS =
      Example.item("1", "Carla").owner(PAULA).status(SessionStatus.AGENT_REPLIED);

  @Test
  void whatNobodyAnsweredCanBeAnsweredButNotTakenOver() {
    assertThat(DialogAct.of(Example.item("1", "Carla").build(), BRUNO))
        .containsExactlyInAnyOrder(ANSWER, TRANSFER, ACCEPT_AND_CLOSE, SPAM);
  }

  @Test
  void onlyTheOneItIsOfferedToSkips() {
    Example.Item offered = Example.item("1", "Carla").offeredTo(BRUNO.id());
    assertThat(DialogAct.of(offered.build(), BRUNO)).contains(SKIP);
    assertThat(DialogAct.of(offered.build(), PAULA)).doesNotContain(SKIP);
  }

  @Test
  void theOwnerFinishesAndDoesNotTakeOverFromOneself() {
    assertThat(DialogAct.of(Example.item("1", "Carla").mine(BRUNO).build(), BRUNO))
        .containsExactlyInAnyOrder(INVITE, TRANSFER, FINISH, SKIP, SPAM);
  }

  @Test
  void anotherAgentMayTakeOverOrJoinWithTheRight() {
    assertThat(DialogAct.of(PAULAS.build(), BRUNO)).containsExactlyInAnyOrder(TAKE_OVER, JOIN);
    assertThat(DialogAct.of(PAULAS.build(), bruno(Role.AGENT))).isEmpty();
  }

  @Test
  void aSupervisorFinishesAnothersDialog() {
    assertThat(DialogAct.of(PAULAS.build(), bruno(Role.SUPERVISOR)))
        .contains(FINISH, TRANSFER, TAKE_OVER, JOIN, SPAM);
  }

  @Test
  void whatHasEndedCanOnlyBeReopened() {
    Example.Item ended = Example.item("1", "Carla").mine(BRUNO).status(SessionStatus.CLOSED);
    assertThat(DialogAct.of(ended.build(), BRUNO)).containsExactly(REOPEN);
  }

  /** Without the right to join. */
  private static UserRow bruno(Role role) {
    return new UserRow(
        BRUNO.id(),
        BRUNO.name(),
        BRUNO.email(),
        role,
        BRUNO.visibility(),
        false,
        true,
        BRUNO.availability(),
        null,
        0);
  }
}
