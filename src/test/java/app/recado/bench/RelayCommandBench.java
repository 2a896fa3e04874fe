package app.recado.bench;

import app.recado.protocol.Json;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * B6: durable commands against the least that is durable: the same request to a bare handler that
 * reads its id and inserts its body, committed in groups.
 */
final class RelayCommandBench implements Bench {
  static final int CONNECTIONS = 32;
  static final double SECONDS = 4;
  static final int MOST_WARM_UP = 12;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    try (RelayRig relay = new RelayRig(folder.resolve("relay"), null);
        GroupCommit commits =
            new GroupCommit(full().createConnection("jdbc:sqlite:" + folder.resolve("raw.db")));
        Echo echo = Echo.answering(body -> stored(commits, body))) {
      Sends sends = new Sends(relay);
      try (Wire wire = new Wire(relay.port())) {
        String answer = new String(wire.exchange(sends.get()), StandardCharsets.UTF_8);
        if (!answer.contains("\"applied\"")) {
          throw new IllegalStateException(answer);
        }
      }
      Ratios ratios =
          Ratios.compiled(
              MOST_WARM_UP,
              Effort.PAIRS,
              () -> Load.perSecond(relay.port(), CONNECTIONS, SECONDS, sends),
              () -> Load.perSecond(echo.port(), CONNECTIONS, SECONDS, sends::elsewhere));
      return List.of(
          Figure.higher(
              "B6",
              "durable commands against group-committed inserts behind a bare echo, per second",
              ratios,
              0.4,
              0.6,
              ratios.absolute(1, "commands/s")));
    }
  }

  static SQLiteConfig full() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return config;
  }

  static byte[] stored(GroupCommit commits, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    commits.insert(text);
    JsonObject command =
        Json.read(text, JsonObject.class).getAsJsonArray("commands").get(0).getAsJsonObject();
    return Sends.applied(command.get("id").getAsString());
  }
}
