package app.recado.relay.store;

import app.recado.Folders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Fresh, migrated databases: copies of a template that is made once per run. */
public final class TestDatabases {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable Path template;
  private static @Nullable EmbeddedPostgres postgres;

  private TestDatabases() {}

  public static Database make(Dialect dialect, Path folder) {
    return switch (dialect) {
      case SQLITE -> sqlite(folder.resolve("relay-" + NUMBER.incrementAndGet() + ".db"));
      case POSTGRESQL -> PostgresDatabase.open(postgresUrl());
    };
  }

  /** A fresh database in a file that does not exist yet. */
  public static SqliteDatabase sqlite(Path file) {
    try {
      Files.copy(template(), file);
      return SqliteDatabase.openFast(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Path template() throws IOException {
    if (template == null) {
      Path made = Folders.temporary("recado-template").resolve("relay.db");
      SqliteDatabase.openFast(made).close();
      template = made;
    }
    return template;
  }

  /** The address of a fresh database on this JVM's one server. */
  public static synchronized String postgresUrl() {
    try {
      if (postgres == null) {
        EmbeddedPostgres started =
            EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(started)));
        run(started, "CREATE DATABASE template_recado");
        PostgresDatabase.open(started.getJdbcUrl("postgres", "template_recado")).close();
        postgres = started;
      }
      String name = "recado_" + NUMBER.incrementAndGet();
      run(postgres, "CREATE DATABASE " + name + " TEMPLATE template_recado");
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(EmbeddedPostgres server, String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void closeQuietly(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      // the machine is going down anyway
    }
  }
}
