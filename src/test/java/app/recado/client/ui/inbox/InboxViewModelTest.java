package app.recado.client.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.protocol.SessionStatus;
import org.junit.jupiter.api.Test;

class InboxViewModelTest {
  private final FakeDesk desk = Pictures.desk();
  private final InboxViewModel model = new InboxViewModel(desk, () -> {});

  @Test
  void movingFromNowhereOpensTheFirstRow() {
    model.move(1);

    assertThat(model.open().get()).isEqualTo(Pictures.unanswered().getFirst().id());
  }

  @Test
  void movingStopsAtTheEnds() {
    model.move(1);
    model.move(-1);
    assertThat(model.openIndex()).isZero();

    model.move(100);
    assertThat(model.openIndex()).isEqualTo(4);
  }

  @Test
  void aRowThatMovesAwayDoesNotOpenItsNeighbour() {
    DialogItem second = Pictures.unanswered().get(1);
    model.open(second.id());

    desk.inbox.list(Tab.UNANSWERED).remove(0);

    assertThat(model.open().get()).isEqualTo(second.id());
    assertThat(model.openIndex()).isZero();
  }

  @Test
  void answeringTakesTheAgentAlongToMine() {
    DialogItem carla = Pictures.unanswered().getFirst();
    model.open(carla.id());

    desk.inbox.put(Tab.MINE, Example.item("carla", "Carla Souza").mine(Pictures.BRUNO).build());

    assertThat(model.tab().get()).isEqualTo(Tab.MINE);
    assertThat(model.open().get()).isEqualTo(carla.id());
  }

  @Test
  void aDialogThatAColleagueTakesLeavesTheAgentWhereHeIs() {
    DialogItem carla = Pictures.unanswered().getFirst();
    model.open(carla.id());

    desk.inbox.put(
        Tab.TEAM,
        Example.item("carla", "Carla Souza")
            .owner(Pictures.PAULA)
            .status(SessionStatus.ACCEPTED)
            .build());

    assertThat(model.tab().get()).isEqualTo(Tab.UNANSWERED);
    assertThat(model.open().get()).isEqualTo(carla.id());
  }

  @Test
  void theNextThatWaitsMayBeTheLastRowWhenTheOpenOneIsNotListed() {
    model.select(Tab.TEAM);
    desk.inbox.list(Tab.TEAM).clear();
    desk.inbox.put(Tab.TEAM, answered("ana", "Ana Prado"));
    desk.inbox.put(Tab.TEAM, answered("bia", "Bia Melo"));
    DialogItem last =
        Example.item("caio", "Caio Reis")
            .owner(Pictures.PAULA)
            .status(SessionStatus.CUSTOMER_AGAIN)
            .build();
    desk.inbox.put(Tab.TEAM, last);
    model.open(Pictures.mine().getFirst().id());
    assertThat(model.openIndex()).isNegative();

    model.next();

    assertThat(model.open().get()).isEqualTo(last.id());
  }

  private static DialogItem answered(String id, String name) {
    return Example.item(id, name).owner(Pictures.PAULA).status(SessionStatus.AGENT_REPLIED).build();
  }

  @Test
  void aDialogThatIsTakenOutOfSightCloses() {
    DialogItem carla = Pictures.unanswered().getFirst();
    model.open(carla.id());

    desk.inbox.remove(carla.id());

    assertThat(model.open().get()).isNull();
  }

  @Test
  void showingADialogTurnsToItsTab() {
    model.show(Pictures.mine().getLast().id());

    assertThat(model.tab().get()).isEqualTo(Tab.MINE);
  }

  @Test
  void tabsWrapRound() {
    model.selectBeside(-1);
    assertThat(model.tab().get()).isEqualTo(Tab.SPAM);

    model.selectBeside(1);
    assertThat(model.tab().get()).isEqualTo(Tab.UNANSWERED);
  }

  @Test
  void everyStatusStandsInOneTab() {
    for (SessionStatus status : SessionStatus.values()) {
      DialogItem theirs = Example.item("x", "X").owner(Pictures.PAULA).status(status).build();
      Tab expected =
          switch (status.group()) {
            case UNANSWERED -> Tab.UNANSWERED;
            case IN_WORK, ANSWERED -> Tab.TEAM;
            case CLOSED -> Tab.CLOSED;
            case SPAM -> Tab.SPAM;
          };
      assertThat(InboxViewModel.tabOf(theirs)).as(status.name()).isEqualTo(expected);
    }
  }
}
