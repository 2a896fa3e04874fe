package app.recado.client.sync;

import static app.recado.client.cache.OutboxState.APPLIED;
import static app.recado.client.cache.OutboxState.DELAYED;
import static app.recado.client.cache.OutboxState.HELD;
import static app.recado.client.cache.OutboxState.REJECTED;
import static app.recado.client.cache.OutboxState.SENDING;
import static app.recado.client.cache.OutboxState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.OutboxState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxStateTest {
  private static final Map<OutboxState, Set<OutboxState>> ARROWS =
      Map.of(
          DELAYED, Set.of(WAITING, REJECTED),
          WAITING, Set.of(SENDING, DELAYED),
          SENDING, Set.of(WAITING, APPLIED, HELD, REJECTED),
          APPLIED, Set.of(WAITING),
          HELD, Set.of(),
          REJECTED, Set.of());

  @Test
  void exactlyTheArrowsOfTheDiagramAreLegal() {
    ARROWS.forEach((from, legal) -> {
      for (OutboxState to : OutboxState.values()) {
        assertThat(from.mayBecome(to)).as(from + " -> " + to).isEqualTo(legal.contains(to));
      }
    });
  }
}
