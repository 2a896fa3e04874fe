package app.recado.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** B9: commands per second on PostgreSQL, two nodes that wake each other against one alone. */
final class NodesBench implements Bench {
  @Override
  public List<Figure> measure(Path folder) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      String shared = database(postgres, "shared");
      String single = database(postgres, "single");
      try (RelayRig first = new RelayRig(folder.resolve("first"), shared);
          RelayRig second = new RelayRig(folder.resolve("second"), shared);
          RelayRig alone = new RelayRig(folder.resolve("alone"), single)) {
        Sends toBoth = new Sends(first);
        Sends toOne = new Sends(alone);
        Ratios ratios =
            Ratios.compiled(
                RelayCommandBench.MOST_WARM_UP,
                Effort.PAIRS,
                () -> both(first.port(), second.port(), toBoth),
                () ->
                    Load.perSecond(
                        alone.port(),
                        RelayCommandBench.CONNECTIONS,
                        RelayCommandBench.SECONDS,
                        toOne));
        return List.of(
            Figure.higher(
                "B9",
                "commands per second on PostgreSQL, two nodes against one",
                ratios,
                0.9,
                0.95,
                ratios.absolute(1, "commands/s")));
      }
    }
  }

  /** Half of the connections go to each node. */
  private static double both(int first, int second, Sends sends) throws Exception {
    AtomicInteger next = new AtomicInteger();
    return Load.perSecond(
        () -> next.getAndIncrement() % 2 == 0 ? first : second,
        RelayCommandBench.CONNECTIONS,
        RelayCommandBench.SECONDS,
        sends);
  }

  private static String database(EmbeddedPostgres postgres, String name) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return postgres.getJdbcUrl("postgres", name);
  }
}
