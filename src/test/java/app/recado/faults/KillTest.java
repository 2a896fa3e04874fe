package app.recado.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Desk and relay as processes, killed while messages go from one to the other: what was shown is
 * there afterwards, once, in its order. {@code -Dfaults.kills=N} of each.
 */
@Tag("faults")
@Timeout(value = 15, unit = TimeUnit.MINUTES) // two hundred kills of a relay took more than five
final class KillTest {
  private static final int KILLS = Integer.getInteger("faults.kills", 10);

  @TempDir private Path folder;

  @Test
  void nothingIsLostDoubledOrReorderedWhenTheDeskIsKilled() throws Exception {
    RandomGenerator random = new SplittableRandom(11);
    try (Office office = Office.open(folder)) {
      office.startDesk();
      for (int i = 0; i < KILLS; i++) {
        office.write(1 + random.nextInt(12), random);
        office.killDesk();
        office.startDesk();
      }
      office.write(3, random);
      office.settle();
      assertThat(office.stored()).doesNotHaveDuplicates();
      assertThat(office.stored()).containsAll(office.shown());
      assertThat(numbers(office.stored())).isSorted();
      assertThat(office.shown()).as("messages that were shown").hasSizeGreaterThan(KILLS);
      assertThat(office.lostDrafts()).isEmpty();
    }
  }

  @Test
  void nothingIsLostDoubledOrReorderedWhenTheRelayIsKilled() throws Exception {
    RandomGenerator random = new SplittableRandom(12);
    try (Office office = Office.open(folder)) {
      office.startDesk();
      for (int i = 0; i < KILLS; i++) {
        office.write(1 + random.nextInt(12), random);
        office.killRelay();
        office.write(random.nextInt(3), random);
        office.startRelay();
      }
      office.settle();
      assertThat(office.stored()).doesNotHaveDuplicates();
      assertThat(office.stored()).containsAll(office.shown());
      assertThat(numbers(office.stored())).isSorted();
      assertThat(office.stored()).as("nothing sent is missing").hasSize(office.written());
      assertThat(office.storedPosts())
          .as("what customers wrote meanwhile")
          .containsExactlyInAnyOrderElementsOf(office.posts());
    }
  }

  private static List<Integer> numbers(List<String> texts) {
    return texts.stream().map(text -> Integer.valueOf(text.split(" ", -1)[1])).toList();
  }
}
