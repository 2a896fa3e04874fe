package app.recado.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageRow;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @TempDir Path folder;

  private Database database() {
    return Database.open(folder.resolve("x.db"), Durability.OFF);
  }

  private static String schema(Database database) {
    return database.read(() -> {
      List<String> statements = new ArrayList<>();
      try (ResultSet rows =
          database
              .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
              .executeQuery()) {
        while (rows.next()) {
          statements.add(rows.getString(1));
        }
      }
      return String.join(";\n", statements) + ";\n";
    });
  }

  private static String released(String name) throws Exception {
    try (InputStream in = MigrationsTest.class.getResourceAsStream("released/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aReleasedScriptIsNeverEdited() throws Exception {
    try (Database database = database()) {
      Migrations.CACHE.run(database, 1);
      assertThat(schema(database)).isEqualTo(released("cache_1.sql"));
    }
  }

  @Test
  void aReleasedOutboxIsNeverEdited() throws Exception {
    try (Database database = database()) {
      Migrations.OUTBOX.run(database, 1);
      assertThat(schema(database)).isEqualTo(released("outbox_1.sql"));
    }
  }

  @Test
  void anUpgradeThatIsKilledHalfWayGoesOnWhereItStood() {
    Migrations broken = new Migrations("broken", List.of("001_one", "002_two"));
    try (Database database = database()) {
      assertThatThrownBy(() -> broken.run(database)).isInstanceOf(CacheException.class);
      assertThat(Migrations.version(database)).isEqualTo(1);
      assertThat(schema(database)).contains("TABLE one").doesNotContain("TABLE two");
    }
    Migrations mended = new Migrations("mended", List.of("001_one", "002_two"));
    try (Database database = database()) {
      mended.run(database);
      assertThat(Migrations.version(database)).isEqualTo(2);
      assertThat(schema(database)).contains("TABLE one").contains("TABLE two");
    }
  }

  @Test
  void messagesOfAnOlderProgramAreLaidByDialogAndStillFound() {
    try (Database database = database()) {
      Migrations.CACHE.run(database, 7);
      for (int n = 1; n <= 3; n++) {
        database.execute(
            "INSERT INTO message VALUES (%1$d, 'm%1$d', 'd%2$d', %1$d, 9, 's', 'CUSTOMER', NULL,"
                    .formatted(n, n % 2)
                + " 'mesa %d', 0, NULL, NULL, 7, NULL, NULL, 'SENT', NULL, NULL)".formatted(n));
        database.execute(
            "INSERT INTO message_words (rowid, text) VALUES (%1$d, 'mesa %1$d')".formatted(n));
      }
      Migrations.CACHE.run(database);
    }
    try (CacheReader reader = new CacheReader(folder.resolve("x.db"))) {
      assertThat(reader.from(new DialogId("d1"), 0, 9))
          .extracting(MessageRow::text, MessageRow::position)
          .containsExactly(tuple("mesa 1", 1L), tuple("mesa 3", 3L));
      assertThat(reader.search("\"mesa\"*", text -> true, "\"mesa\"*", 9))
          .extracting(row -> row.id().value())
          .containsExactly("m3", "m2", "m1");
    }
  }

  @Test
  void aFileOfANewerProgramIsLeftAlone() {
    try (Database database = database()) {
      database.execute("PRAGMA user_version=99");
      assertThatThrownBy(() -> Migrations.CACHE.run(database))
          .isInstanceOfSatisfying(
              CacheException.class, problem -> assertThat(problem.isDamage()).isFalse());
    }
  }
}
