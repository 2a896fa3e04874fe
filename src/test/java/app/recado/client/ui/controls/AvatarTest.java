package app.recado.client.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AvatarTest {
  @Test
  void initialsAreOfTheFirstAndLastName() {
    assertThat(Avatar.initials("Marina Rocha")).isEqualTo("MR");
    assertThat(Avatar.initials("Ana Maria de Souza Caldas")).isEqualTo("AC");
    assertThat(Avatar.initials("  élida  ")).isEqualTo("É");
  }

  @Test
  void whoHasNoNameGetsAQuestionMark() {
    assertThat(Avatar.initials("")).isEqualTo("?");
    assertThat(Avatar.initials("#c5f7")).isEqualTo("?");
    assertThat(Avatar.initials("Visitante 8841")).isEqualTo("?");
  }

  @Test
  void theSameKeyHasTheSameColourAndAllAreUsed() {
    assertThat(Avatar.tint("customer-marina-7")).isEqualTo(Avatar.tint("customer-marina-7"));
    assertThat(IntStream.range(0, 200).map(i -> Avatar.tint("key-" + i)).distinct().count())
        .isEqualTo(Avatar.TINTS);
  }
}
