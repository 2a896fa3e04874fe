package app.recado.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.demo.Talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant NOW = Instant.parse("2026-03-05T17:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  private final List<Talk> talks = TalkReader.sample();

  @Test
  void theSampleHasSixtyCustomersOfTheShopsChannelsAndPeople() {
    Set<String> people = Shop.PEOPLE.stream().map(Shop.Person::key).collect(Collectors.toSet());
    Set<String> channels =
        Shop.CHANNELS.stream().map(Shop.Channel::key).collect(Collectors.toSet());
    assertThat(talks).hasSize(60).extracting(Talk::name).doesNotHaveDuplicates();
    assertThat(talks).extracting(Talk::channel).isSubsetOf(channels);
    assertThat(talks.stream().flatMap(talk -> talk.parts().stream()))
        .flatMap(Talk.Part::lines)
        .allSatisfy(line -> {
          switch (line) {
            case Line.Reply reply -> assertThat(people).contains(reply.agent());
            case Line.Whisper whisper -> assertThat(people).contains(whisper.agent());
            case Line.Act act -> assertThat(people).contains(act.agent());
            case Line.Customer customer -> assertThat(customer.text()).isNotBlank();
            case Line.Rating rating -> assertThat(rating.stars()).isBetween(1, 5);
          }
        });
  }

  @Test
  void everythingHappensBeforeNowAndInTheOrderItIsWritten() {
    List<Timetable.Event> events = new Timetable(NOW, ZONE, new Random(1)).of(talks);
    assertThat(events).extracting(Timetable.Event::at).isSorted().allMatch(at -> at.isBefore(NOW));
    for (Talk talk : talks) {
      List<Line> written = talk.parts().stream().flatMap(part -> part.lines().stream()).toList();
      assertThat(events.stream().filter(event -> event.talk() == talk))
          .extracting(Timetable.Event::line)
          .containsExactlyElementsOf(written);
    }
  }

  @Test
  void theSameSeedGivesTheSameTimes() {
    assertThat(new Timetable(NOW, ZONE, new Random(7)).of(talks))
        .isEqualTo(new Timetable(NOW, ZONE, new Random(7)).of(talks));
  }

  @Test
  void aPartBeginsAtItsTimeOfDayInTheZone() {
    List<Talk> one = TalkReader.read("@ loja, Ana, /\n- 2d 10:05\n< Oi");
    assertThat(new Timetable(NOW, ZONE, new Random(1)).of(one).getFirst().at())
        .isEqualTo("2026-03-03T13:05:00Z");
  }

  @Test
  void aCrowdedRecentPartIsHurriedUp() {
    List<Talk> one = TalkReader.read("@ loja, Ana, /\n- 1m\n< a\n< b\n< c\n< d\n< e");
    List<Timetable.Event> events = new Timetable(NOW, ZONE, new Random(1)).of(one);
    assertThat(events.getFirst().at()).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
    assertThat(events.getLast().at()).isBefore(NOW);
  }

  @Test
  void newcomersAreNoneOfTheSamplesCustomersAndHaveSomethingToSay() {
    assertThat(TalkReader.newcomers())
        .isNotEmpty()
        .allSatisfy(talk -> assertThat(talk.later()).isNotEmpty())
        .extracting(Talk::name)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(talks.stream().map(Talk::name).toList());
  }

  @Test
  void anUnreadableLineIsNamed() {
    assertThatThrownBy(() -> TalkReader.read("@ loja, Ana, /\n- soon\n< Oi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("- soon");
  }
}
