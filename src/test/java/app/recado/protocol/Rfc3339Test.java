package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  private static final long YEARS = 9999L * 366 * 86_400_000;

  @Test
  void readsWhatItWroteAndAgreesWithTheJdk() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long millis = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli() + random.nextLong(YEARS);
      Instant time = Instant.ofEpochMilli(millis);
      if (time.isBefore(Instant.parse("9999-12-31T23:59:59.999Z"))) {
        String text = Rfc3339.write(time);
        assertThat(text).hasSize(24);
        assertThat(Rfc3339.read(text)).isEqualTo(time).isEqualTo(Instant.parse(text));
      }
    }
  }

  @Test
  void writesMillisecondsAndNoMore() {
    Instant time = Instant.parse("2026-11-20T17:00:00.123999Z");

    assertThat(Rfc3339.write(time)).isEqualTo("2026-11-20T17:00:00.123Z");
    assertThat(Rfc3339.write(time.truncatedTo(ChronoUnit.SECONDS)))
        .isEqualTo("2026-11-20T17:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59Z",
        "2026-11-20T17:00:00.1Z",
        "2026-11-20T17:00:00.123456Z",
        "2026-11-20T17:00:00-03:00",
        "2026-11-20T17:00:00.5+01:00",
        "2026-11-20t17:00:00z",
        "2026-11-20T24:00:00Z",
        "2026-06-30T23:59:60Z"
      })
  void readsWhateverElseIsATime(String text) {
    assertThat(Rfc3339.read(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-13-20T17:00:00Z",
        "2026-02-30T17:00:00.000Z",
        "2026-11-20T17:60:00Z",
        "2026-11-20T25:00:00.000Z",
        "2026-11-20T17:00:61Z",
        "2026-11-2xT17:00:00.000Z",
        "2026-11-20 17:00:00Z",
        "2026-11-20T17:00:00,000Z",
        "２０２６-11-20T17:00:00Z"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Rfc3339.read(text)).isInstanceOf(DateTimeException.class);
  }
}
