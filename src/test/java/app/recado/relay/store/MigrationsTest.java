package app.recado.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Role;
import app.recado.relay.RelayParts;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.file.Shelf;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  private static final String FOLDER = "classpath:app/recado/relay/store/";

  @TempDir private Path folder;

  @Test
  void theNewestIsTheNewest() {
    try (Database database = TestDatabases.make(Dialect.SQLITE, folder)) {
      String newest =
          "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success";
      long number = database.look(tx -> tx.number(newest));
      assertThat(number).isEqualTo(Long.parseLong(Migrations.NEWEST));
    }
  }

  @Test
  void anOlderDatabaseKeepsItsMessagesAndWhatIsFound() {
    Path file = folder.resolve("old.db");
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations(FOLDER + "common", FOLDER + "sqlite")
        .placeholders(Map.of("seq", "INTEGER"))
        .target("2")
        .load()
        .migrate();
    old(file);

    try (RelayWorld world =
        new RelayWorld(
            SqliteDatabase.open(file), RelayParts.inline(RelayWorld.PLAIN, new Shelf(folder)))) {
      Caller sara = world.person("sara", Role.SUPERVISOR);
      assertThat(world.relay.history().search(sara, "hello", null, 10).messages())
          .extracting(found -> found.message().text())
          .containsExactly("hello there");
    }
  }

  /** One message as it was stored and indexed before. */
  private static void old(Path file) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO counter VALUES (1, 5, '0123456789abcdef', 0)");
      statement.execute(
          "INSERT INTO message VALUES (5, 'm', 'd', 's', 1, 1, 'customer', 'k', NULL)");
      statement.execute("INSERT INTO message_text (rowid, text) VALUES (5, 'hello there')");
      statement.execute(
          """
          INSERT INTO change VALUES (5, 5, 'm', 'm', 'd', NULL, 1,
            '{"id":"m","dialog":"d","session":"s","position":1,"author":{"kind":"customer","id":"k"},
            "text":"hello there","whisper":false,"quote":null,"files":[],
            "createdAt":"2026-05-04T12:00:00.000Z","editedAt":null,"deletedAt":null,
            "delivery":"sent","failure":null,"event":null}')
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
