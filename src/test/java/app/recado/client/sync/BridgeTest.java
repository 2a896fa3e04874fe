package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.DeskState;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BridgeTest {
  private final Queue<Runnable> turns = new ArrayDeque<>();
  private final DeskState state =
      new DeskState(
          new Connection(Connection.Status.CONNECTING, 0, Example.START, null),
          Example.user(Example.ME, "Bruno Lima"));
  private final Bridge bridge = new Bridge(turns::add, state::apply);

  private void tell(int from, int to) {
    RelayClock clock = new RelayClock(() -> Example.START, () -> 0);
    DeskModel model = new DeskModel();
    ReadMarks none = new ReadMarks((dialog, position) -> 0);
    Items items = new Items(model, id -> List.of(), key -> null, key -> 0, none, clock, Example.ME);
    bridge.tell(changes ->
        IntStream.range(from, to)
            .forEach(number -> {
              DialogId id = new DialogId("d" + number);
              model.dialogs.put(id, Example.dialog(id, SessionStatus.NEW, null));
              DialogItem item = items.item(id);
              changes.item(id, item, null);
            }));
  }

  private int shown() {
    return state.inbox().list(Tab.UNANSWERED).size();
  }

  @Test
  void muchIsShownInTurnsOfWhichOneWaitsAtATime() {
    tell(0, 1_200);
    tell(1_200, 1_300);
    assertThat(turns).hasSize(1);
    turns.remove().run();
    assertThat(shown()).isEqualTo(500);
    assertThat(turns).hasSize(1);
    tell(1_300, 1_301);
    assertThat(turns).hasSize(1);
    while (!turns.isEmpty()) {
      turns.remove().run();
    }
    assertThat(shown()).isEqualTo(1_301);
    tell(1_301, 1_302);
    assertThat(turns).hasSize(1);
  }
}
