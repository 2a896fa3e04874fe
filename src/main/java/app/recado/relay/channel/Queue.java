package app.recado.relay.channel;

import app.recado.protocol.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Who is tried next, by the channel's mode. Pure. */
final class Queue {

  private Queue() {}

  /**
   * The next agent to offer a dialog to.
   *
   * @param tried who was tried in this session already; in {@code strictly} the search goes on
   *     behind the last of them and wraps round
   * @param free who could take it now
   * @param lastAssigned ascending with each assignment; 0 for never
   */
  static Optional<UserId> next(
      Channel channel,
      List<UserId> tried,
      Predicate<UserId> free,
      ToLongFunction<UserId> lastAssigned) {
    List<UserId> candidates =
        channel.agents().stream().filter(Predicate.not(Set.copyOf(tried)::contains)).toList();
    return switch (channel.settings().mode()) {
      case ALL -> Optional.empty();
      case STRICTLY -> {
        int last = tried.isEmpty() ? -1 : channel.agents().indexOf(tried.getLast());
        yield candidates.stream()
            .filter(free)
            .min(
                Comparator.comparingInt(agent ->
                    Math.floorMod(
                        channel.agents().indexOf(agent) - last - 1, channel.agents().size())));
      }
      case EVENLY -> candidates.stream().filter(free).min(Comparator.comparingLong(lastAssigned));
    };
  }
}
