package app.recado.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.Folders;
import app.recado.protocol.Intent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand schedules hold every invariant, and each can be heard again. */
final class SimulationTest {
  private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 1_000);

  /** So many schedules do everything that a desk can ask of the relay. */
  private static final int ALL_KINDS = 1_000;

  private static final long SEED = Long.getLong("simulation.seed", 1);

  private static Path folder = Path.of("");
  private static Workspace workspace =
      new Workspace(Path.of(""), List.of(), List.of(), List.of(), List.of());

  @BeforeAll
  static void buildWorkspace() throws Exception {
    folder = Files.createTempDirectory(Schedule.scratch(), "recado-workspace");
    workspace = Workspace.build(folder);
  }

  @AfterAll
  static void removeWorkspace() {
    Folders.delete(folder);
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES) // four on two cores that do nothing else
  void everyInvariantHolds() throws Exception {
    Campaign.Result result = new Campaign(workspace, 2).run(SEED, SCHEDULES);

    Schedule first = result.first();
    assertThat(first == null ? "0 violations" : first.report()).isEqualTo("0 violations");
    assertThat(result.runs()).isEqualTo(SCHEDULES);
    assertThat(SCHEDULES < ALL_KINDS ? Intent.types().keySet() : result.done().keySet())
        .containsExactlyInAnyOrderElementsOf(Intent.types().keySet());
  }

  @Test
  void aSeedReplaysBitForBit() {
    for (long seed = SEED; seed < SEED + 5; seed++) {
      Schedule once = Schedule.run(seed, workspace);
      Schedule again = Schedule.run(seed, workspace);

      assertThat(again.trace()).isEqualTo(once.trace());
      assertThat(again.digest()).isEqualTo(once.digest());
    }
  }

  @Test
  void anotherSeedIsAnotherStory() {
    assertThat(Schedule.run(SEED, workspace).digest())
        .isNotEqualTo(Schedule.run(SEED + 1, workspace).digest());
  }
}
