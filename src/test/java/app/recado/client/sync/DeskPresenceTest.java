package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the relay is told that nobody sits at the desk. */
class DeskPresenceTest {
  private static final Intent NOBODY = new Intent.SetIdle(true);
  private static final Intent SOMEBODY = new Intent.SetIdle(false);

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.desk.presence().awayAfter(Duration.ofMinutes(10));
    world.time.settle();
  }

  @Test
  void itIsToldOnceAfterTheTimeAndOnceWhenSomebodyIsBack() {
    world.later(9 * 60);
    assertThat(told()).isEmpty();
    world.later(2 * 60);
    assertThat(told()).containsExactly(NOBODY);
    assertThat(world.desk.presence().idle().getValue()).isTrue();
    world.later(60 * 60);
    assertThat(told()).isEmpty();
    touch();
    touch();
    assertThat(told()).containsExactly(SOMEBODY);
    assertThat(world.desk.presence().idle().getValue()).isFalse();
    world.later(11 * 60);
    assertThat(told()).containsExactly(NOBODY);
  }

  @Test
  void everyTouchBeginsTheTimeAnew() {
    for (int i = 0; i < 10; i++) {
      world.later(5 * 60);
      touch();
    }
    assertThat(told()).isEmpty();
    world.later(10 * 60 + 1);
    assertThat(told()).containsExactly(NOBODY);
  }

  @Test
  void neverIsNeverAndBringsBack() {
    world.later(11 * 60);
    assertThat(told()).containsExactly(NOBODY);
    world.desk.presence().awayAfter(Duration.ZERO);
    world.time.settle();
    assertThat(told()).containsExactly(SOMEBODY);
    world.later(10 * 60 * 60);
    assertThat(told()).isEmpty();
  }

  @Test
  void aShorterTimeThatIsOverAlreadyCounts() {
    world.later(6 * 60);
    world.desk.presence().awayAfter(Duration.ofMinutes(5));
    world.time.settle();
    assertThat(told()).containsExactly(NOBODY);
  }

  @Test
  void whatAFormerRunSaidIsTakenBack() {
    world.later(11 * 60);
    assertThat(told()).containsExactly(NOBODY);
    world.restart();
    assertThat(told()).containsExactly(SOMEBODY);
    world.restart();
    assertThat(told()).isEmpty();
  }

  @Test
  void comingAndGoingOfflineIsNothingThatStillHasToBeSaid() {
    world.desk.workOffline(true);
    world.later(11 * 60);
    touch();
    world.later(11 * 60);
    touch();
    world.desk.workOffline(false);
    world.later(2);
    assertThat(told()).containsExactly(SOMEBODY);
  }

  private void touch() {
    world.desk.presence().touched();
    world.time.settle();
  }

  private List<Intent> told() {
    List<Intent> told =
        world.relay.received.stream().flatMap(List::stream).map(Command::intent).toList();
    world.relay.received.clear();
    return told;
  }
}
