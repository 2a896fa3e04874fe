package app.recado.relay.store;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database up to the newest schema. Flyway takes about a second, so a database that
 * already says it is up to date is left alone.
 */
final class Migrations {

  /** The number of the newest migration; a test compares it with the files. */
  static final String NEWEST = "17";

  private static final String FOLDER = "classpath:app/recado/relay/store/";

  private Migrations() {}

  static void apply(Database database, String url) {
    if (isUpToDate(database)) {
      return;
    }
    boolean sqlite = database.dialect() == Dialect.SQLITE;
    try {
      Flyway.configure()
          .dataSource(url, null, null)
          .locations(FOLDER + "common", FOLDER + (sqlite ? "sqlite" : "postgresql"))
          .placeholders(Map.of("seq", sqlite ? "INTEGER" : "BIGINT"))
          .connectRetries(sqlite ? 0 : 3)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException("the database cannot be brought up to date", e);
    }
  }

  private static boolean isUpToDate(Database database) {
    try {
      return database.read(tx ->
          tx.exists("SELECT 1 FROM flyway_schema_history WHERE version = ? AND success", NEWEST));
    } catch (StoreException noHistoryYet) {
      return false;
    }
  }
}
