package app.recado.bench;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.SyncPage;
import app.recado.relay.connector.webchat.Visits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** B5: a page of 200 changes from the relay against the same bytes from a bare handler. */
final class RelayReadBench implements Bench {
  private static final int PAGE = 200;
  private static final int CONNECTIONS = 32;
  private static final double SECONDS = 3;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    try (RelayRig relay = new RelayRig(folder.resolve("relay"), null)) {
      RelayRig.Agent agent = relay.hire("ana");
      ChannelRow channel = relay.channel(List.of(agent));
      Prose prose = new Prose(new Random(5));
      List<Visits.Visitor> visitors = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        visitors.add(relay.visitor(channel));
        relay.post(visitors.getLast(), prose.sentence());
      }
      String cursor = relay.pages(agent, PAGE).getLast().cursor();
      // What came while the agent was away: five messages in each dialog.
      for (int i = 0; i < 500; i++) {
        relay.post(visitors.get(i % visitors.size()), prose.sentence());
      }
      byte[] ask = Wire.get("/v1/sync?limit=" + PAGE + "&cursor=" + cursor, agent.token());
      byte[] body;
      try (Wire wire = new Wire(relay.port())) {
        body = wire.exchange(ask);
      }
      SyncPage page = SyncPage.fromJson(new String(body, StandardCharsets.UTF_8));
      if (page.changes().size() != PAGE) {
        throw new IllegalStateException(page.changes().size() + " changes");
      }
      try (Echo echo = Echo.of(body)) {
        byte[] bare = Wire.get("/echo", agent.token());
        Ratios ratios =
            Ratios.alternate(
                Effort.WARM_UP,
                Effort.PAIRS,
                () -> Load.perSecond(relay.port(), CONNECTIONS, SECONDS, () -> ask),
                () -> Load.perSecond(echo.port(), CONNECTIONS, SECONDS, () -> bare));
        return List.of(
            Figure.higher(
                "B5",
                "a page of 200 changes against a bare echo of it, requests per second",
                ratios,
                0.5,
                0.7,
                ratios.absolute(1, "requests/s") + " of " + body.length + " bytes"));
      }
    }
  }
}
