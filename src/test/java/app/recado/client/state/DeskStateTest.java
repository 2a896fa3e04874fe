package app.recado.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Example;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeskStateTest {
  private final DeskState state =
      new DeskState(
          new Connection(Connection.Status.ONLINE, 0, Example.NOW, null),
          Example.user("me", "Bruno Lima"));

  /** One made anew for each who asks would be gone, and deaf, while its listener waits. */
  @Test
  void whoeverListensToAListListensToTheOneThatStays() {
    List<Function<DeskState, Object>> lists =
        List.of(
            DeskState::people,
            DeskState::channels,
            DeskState::everybody,
            DeskState::settings,
            DeskState::held,
            DeskState::mentions,
            DeskState::canned,
            DeskState::macros,
            DeskState::transfers,
            DeskState::companions,
            DeskState::draftFiles);
    for (Function<DeskState, Object> list : lists) {
      assertThat(list.apply(state)).isSameAs(list.apply(state));
    }
  }
}
