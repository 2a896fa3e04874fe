package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-04T12:00:00Z"));
  private final Ids ids = new Ids(now::get, new Random(7));

  @Test
  void makesVersionSevenWithTheTimeInFront() {
    UUID id = UUID.fromString(ids.next());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get().toEpochMilli());
  }

  @Test
  void ascendWithinAMillisecondAndWhenTheClockStepsBack() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      made.add(ids.next());
    }
    now.set(now.get().minusSeconds(3600));
    made.add(ids.next());

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void refuseTextThatCannotBeAnId() {
    for (String bad : List.of("", "a b", "a/b", "x".repeat(65), "<script>")) {
      assertThatThrownBy(() -> new DialogId(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
