package app.recado.client.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SnoozePresetsTest {
  private static final ZoneId RECIFE = ZoneId.of("America/Recife");

  @Test
  void laterTodayIsAtAQuarterAndOnlyToday() {
    assertThat(presets("2026-03-02T17:10:30Z").laterToday()).isEqualTo(at("2026-03-02T20:15:00Z"));
    assertThat(presets("2026-03-02T17:15:00Z").laterToday()).isEqualTo(at("2026-03-02T20:15:00Z"));
    assertThat(presets("2026-03-02T23:50:00Z").laterToday()).isNull();
  }

  @Test
  void mondayMorningIsNeitherTodayNorTomorrow() {
    assertThat(presets("2026-03-02T11:00:00Z").nextWeek()).isEqualTo(at("2026-03-09T12:00:00Z"));
    assertThat(presets("2026-03-07T11:00:00Z").nextWeek()).isEqualTo(at("2026-03-09T12:00:00Z"));
    assertThat(presets("2026-03-08T11:00:00Z").nextWeek()).isNull();
  }

  @Test
  void tomorrowIsAtNineThoughTheClocksAreChangedInTheNight() {
    Instant eve = at("2026-03-28T12:00:00Z");
    assertThat(new SnoozePresets(eve, ZoneId.of("Europe/Lisbon")).tomorrow())
        .isEqualTo(at("2026-03-29T08:00:00Z"));
  }

  private static SnoozePresets presets(String now) {
    return new SnoozePresets(at(now), RECIFE);
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }
}
