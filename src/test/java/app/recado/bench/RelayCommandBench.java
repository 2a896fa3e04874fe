package app.recado.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * B6: durable commands against the least that makes the same rows durable: the same request to a
 * bare handler that reads it and inserts what the relay would write, committed in groups.
 */
final class RelayCommandBench implements Bench {
  static final int CONNECTIONS = 32;
  static final double SECONDS = 4;
  static final int MOST_WARM_UP = 12;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Path data = folder.resolve("relay");
    try (RelayRig relay = new RelayRig(data, null)) {
      Sends sends = new Sends(relay);
      try (RawRelay raw = new RawRelay(data, folder.resolve("raw.db"));
          Echo echo = Echo.answering(raw::answer)) {
        Figure figure = compare(relay, echo, sends);
        raw.checkSame(data);
        return List.of(figure);
      }
    }
  }

  private static Figure compare(RelayRig relay, Echo echo, Sends sends) throws Exception {
    Ratios ratios =
        Ratios.compiled(
            MOST_WARM_UP,
            Effort.PAIRS,
            () -> Load.perSecond(relay.port(), CONNECTIONS, SECONDS, sends),
            () -> Load.perSecond(echo.port(), CONNECTIONS, SECONDS, sends::elsewhere));
    return Figure.higher(
        "B6",
        "durable commands against group-committed inserts of the same rows, per second",
        ratios,
        0.4,
        0.6,
        ratios.absolute(1, "commands/s"));
  }
}
