package app.recado.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away beneath a relay that runs, and comes back. */
class LostDatabaseTest {
  private final String url = TestDatabases.postgresUrl();
  private final Database database = PostgresDatabase.open(url);
  private final AtomicLong told = new AtomicLong();
  private final GroupWriter writer =
      new GroupWriter(
          database, InstantSource.system(), told::set, Thread.ofPlatform().daemon().factory());

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  @Test
  void writerGoesOnAfterItsConnectionWasCut() {
    write("before");
    cutConnections();

    write("after");

    assertThat(written()).isEqualTo(2);
  }

  @Test
  void whatCannotBeWrittenIsSaidAndTheWriterRecoversWhenTheDatabaseIsBack() {
    write("before");
    allowConnections(false);
    cutConnections();
    assertThatThrownBy(() -> write("lost")).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> write("lost again")).isInstanceOf(StoreException.class);

    allowConnections(true);
    write("after");

    assertThat(written()).isEqualTo(2);
  }

  @Test
  void connectionThatBreaksWithinAWorkDoesItOnceAllTheSame() {
    int[] runs = {0};
    writer.write(write -> {
      write.tx().run("CREATE TABLE once (a INTEGER)");
      return true;
    });
    writer.write(write -> {
      write.tx().run("INSERT INTO once VALUES (1)");
      if (runs[0]++ == 0) {
        cutConnections();
        write.tx().run("INSERT INTO once VALUES (2)");
      }
      return true;
    });
    assertThat(runs[0]).isEqualTo(2);
    long rows = writer.write(write -> write.tx().number("SELECT COUNT(*) FROM once"));
    assertThat(rows).isEqualTo(1);
  }

  private void write(String text) {
    writer.write(write -> {
      write.tx().run("CREATE TABLE IF NOT EXISTS said (a TEXT)");
      write.tx().run("INSERT INTO said VALUES (?)", text);
      return true;
    });
  }

  private long written() {
    return writer.write(write -> write.tx().number("SELECT COUNT(*) FROM said"));
  }

  private void cutConnections() {
    outside(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '"
            + name()
            + "' AND pid <> pg_backend_pid()");
  }

  private void allowConnections(boolean allowed) {
    outside("ALTER DATABASE " + name() + " WITH ALLOW_CONNECTIONS " + allowed);
  }

  private String name() {
    return url.replaceFirst(".*/([a-z0-9_]+).*", "$1");
  }

  /** From the server's own database, which stays. */
  private void outside(String sql) {
    try (Connection connection =
            DriverManager.getConnection(url.replace("/" + name(), "/postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
