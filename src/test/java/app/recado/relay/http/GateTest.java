package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate gate = new Gate();

  @Test
  void filesThatTakeTheirTimeHoldUpNoMessage() {
    int inside = fill(Gate.Stay.TRANSFER);
    assertThat(inside).isEqualTo(400);
    assertThat(gate.enter(Gate.Stay.SHORT)).isTrue();
    assertThat(gate.enter(Gate.Stay.STREAM)).isTrue();

    gate.leave(Gate.Stay.TRANSFER);
    assertThat(gate.enter(Gate.Stay.TRANSFER)).isTrue();
    assertThat(gate.enter(Gate.Stay.TRANSFER)).isFalse();
  }

  @Test
  void messagesHoldUpNoFile() {
    assertThat(fill(Gate.Stay.SHORT)).isEqualTo(1_000);
    assertThat(gate.enter(Gate.Stay.TRANSFER)).isTrue();
  }

  @Test
  void whoIsInsideWhenItShutsIsWaitedForWhateverItDoes() {
    gate.enter(Gate.Stay.TRANSFER);
    gate.shut();
    assertThat(gate.enter(Gate.Stay.SHORT)).isFalse();
    assertThat(gate.awaitEmpty(Duration.ZERO)).isFalse();
    gate.leave(Gate.Stay.TRANSFER);
    assertThat(gate.awaitEmpty(Duration.ZERO)).isTrue();
  }

  private int fill(Gate.Stay stay) {
    int inside = 0;
    while (inside < 10_000 && gate.enter(stay)) {
      inside++;
    }
    return inside;
  }
}
