package app.recado.demo.tour;

import java.util.List;
import java.util.stream.Stream;

/** An agent's whole working day. */
final class Day {
  private Day() {}

  static List<Step> of(Agent agent) {
    return Stream.of(
            new Opening(agent),
            new Answering(agent),
            new Sorting(agent),
            new Outage(agent),
            new Return(agent),
            new Closing(agent),
            new Office(agent))
        .map(Chapter::steps)
        .flatMap(List::stream)
        .toList();
  }
}
