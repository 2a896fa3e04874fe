package app.recado.client.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Example;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final Instant NOW = Example.NOW;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @AfterEach
  void speakEnglishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @Test
  void waitsAreCountedBySecondsThenHoursThenDays() {
    assertThat(moments().wait(Duration.ofSeconds(9))).isEqualTo("0:09");
    assertThat(moments().wait(Duration.ofSeconds(3599))).isEqualTo("59:59");
    assertThat(moments().wait(Duration.ofMinutes(125))).isEqualTo("2 h 05");
    assertThat(moments().wait(Duration.ofDays(3))).isEqualTo("3 d");
  }

  @Test
  void aClockThatRunsAheadNeverShowsANegativeWait() {
    assertThat(moments().wait(Duration.ofSeconds(-5))).isEqualTo("0:00");
  }

  @Test
  void theLastQuarterOfAnHourIsToldInMinutes() {
    assertThat(moments().ago(NOW.minusSeconds(20), NOW)).isEqualTo("now");
    assertThat(moments().ago(NOW.minusSeconds(660), NOW)).isEqualTo("11 min");
    assertThat(moments().ago(NOW.minusSeconds(960), NOW)).isEqualTo("14:02");
  }

  @Test
  void yesterdayBeginsAtMidnightOfTheZone() {
    Instant midnight = Instant.parse("2026-11-20T03:00:00Z");

    assertThat(moments().brief(midnight, NOW)).isEqualTo("00:00");
    assertThat(moments().brief(midnight.minusSeconds(1), NOW)).isEqualTo("yesterday");
  }

  @Test
  void daysAreNamedByHowFarTheyLie() {
    assertThat(moments().day(TODAY, TODAY)).isEqualTo("Today");
    assertThat(moments().day(TODAY.minusDays(3), TODAY)).isEqualTo("Tuesday");
    assertThat(moments().day(TODAY.minusDays(7), TODAY)).isEqualTo("November 13, 2026");
  }

  @Test
  void otherLanguagesSayItTheirWay() {
    Texts.speak(Language.PORTUGUESE);

    assertThat(moments().day(TODAY.minusDays(1), TODAY)).isEqualTo("Ontem");
    assertThat(moments().day(TODAY.minusDays(3), TODAY)).isEqualTo("terça-feira");
  }

  private static Moments moments() {
    return new Moments(ZoneId.of("America/Recife"));
  }
}
