package app.recado.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadgeTest {
  @ParameterizedTest
  @ValueSource(ints = {16, 22, 48})
  void eachCountUpToNineLooksDifferent(int size) {
    long different =
        java.util.stream.IntStream.rangeClosed(0, 10)
            .mapToObj(count -> Arrays.hashCode(Badge.pixels(size, count)))
            .distinct()
            .count();
    assertThat(different).isEqualTo(11);
    assertThat(Badge.pixels(size, 11)).isEqualTo(Badge.pixels(size, 500));
  }

  @Test
  void cornersAreClearAndTheMiddleIsFull() {
    int[] pixels = Badge.pixels(48, 0);
    assertThat(pixels[0]).isZero();
    assertThat(pixels[47 * 48 + 47]).isZero();
    assertThat(pixels[24 * 48 + 4]).isEqualTo(0xFF0B6E4F);
    assertThat(pixels[36 * 48 + 17]).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void chimesAreAudibleShortAndEndInSilence() {
    for (Chime chime : Chime.values()) {
      byte[] samples = chime.samples();
      assertThat(samples.length).isBetween(Chime.RATE / 2, 2 * Chime.RATE);
      int loudest = 0;
      for (int i = 0; i < samples.length; i += 2) {
        loudest = Math.max(loudest, Math.abs(samples[i + 1] << 8 | samples[i] & 0xFF));
      }
      assertThat(loudest).isBetween(4_000, 20_000);
      assertThat(Math.abs(samples[samples.length - 1])).isLessThanOrEqualTo((byte) 1);
    }
    assertThat(Chime.NEW_CHAT.samples()).isNotEqualTo(Chime.ATTENTION.samples());
  }
}
