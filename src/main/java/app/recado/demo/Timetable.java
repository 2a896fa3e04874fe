package app.recado.demo;

import app.recado.demo.Talk.Begin;
import app.recado.demo.Talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lays written conversations out on the calendar that ends now: people write at a human pace, and
 * all conversations run side by side in the order of time.
 */
final class Timetable {
  /** Something that happens. */
  record Event(Instant at, Talk talk, Line line) {}

  private final ZonedDateTime now;
  private final RandomGenerator random;

  Timetable(Instant now, ZoneId zone, RandomGenerator random) {
    this.now = now.atZone(zone);
    this.random = random;
  }

  /** Every line with its time, ascending; the lines of one conversation keep their order. */
  List<Event> of(List<Talk> talks) {
    List<Event> events = new ArrayList<>();
    for (Talk talk : talks) {
      talk.parts().forEach(part -> lay(talk, part, events));
    }
    events.sort(Comparator.comparing(Event::at));
    return List.copyOf(events);
  }

  private void lay(Talk talk, Talk.Part part, List<Event> events) {
    Instant begin = begin(part.begin());
    List<Duration> offsets = new ArrayList<>();
    Duration offset = Duration.ZERO;
    for (Line line : part.lines()) {
      offsets.add(offset);
      offset = offset.plus(pause(line));
    }
    // A recent conversation must fit in before now: then everybody writes a little faster.
    Duration room = Duration.between(begin, now.toInstant()).multipliedBy(9).dividedBy(10);
    double haste = Math.min(1, (double) room.toMillis() / Math.max(1, offset.toMillis()));
    for (int i = 0; i < offsets.size(); i++) {
      Duration at = Duration.ofMillis((long) (offsets.get(i).toMillis() * haste));
      events.add(new Event(begin.plus(at), talk, part.lines().get(i)));
    }
  }

  private Instant begin(Begin begin) {
    return switch (begin) {
      case Begin.At(int days, var time) -> now.minusDays(days).with(time).toInstant();
      case Begin.Ago(Duration before) -> now.toInstant().minus(before);
    };
  }

  private Duration pause(Line after) {
    return Duration.ofSeconds(
        switch (after) {
          case Line.Customer _ -> random.nextInt(40, 110);
          case Line.Reply _ -> random.nextInt(25, 150);
          case Line.Whisper _, Line.Act _ -> random.nextInt(10, 40);
          case Line.Rating _ -> 5;
        });
  }
}
