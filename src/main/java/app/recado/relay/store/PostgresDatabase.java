package app.recado.relay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL database that several nodes may share. */
public final class PostgresDatabase extends Database {

  private static final int CONNECTIONS = 10;

  private final String url;
  private final HikariDataSource pool;

  private PostgresDatabase(String url) {
    super(Dialect.POSTGRESQL);
    this.url = url;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setPoolName("recado");
    config.setConnectionInitSql("SET synchronous_commit = on");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("prepareThreshold", "3");
    this.pool = new HikariDataSource(config);
  }

  /** Opens the database at a {@code jdbc:postgresql:} address and brings it up to date. */
  public static PostgresDatabase open(String url) {
    PostgresDatabase database;
    try {
      database = new PostgresDatabase(url);
    } catch (RuntimeException e) {
      throw new StoreException("cannot reach the database", e);
    }
    try {
      Migrations.apply(database, url);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  @Override
  Session openSession() {
    Properties properties = new Properties();
    properties.setProperty("prepareThreshold", "3");
    properties.setProperty("ApplicationName", "recado-relay");
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      Session session = new Session(connection, dialect());
      session.tx().run("SET synchronous_commit = on");
      return session;
    } catch (SQLException e) {
      throw new StoreException("cannot reach the database", e);
    }
  }

  @Override
  Session borrow() {
    try {
      return new Session(pool.getConnection(), dialect());
    } catch (SQLException e) {
      throw new StoreException("cannot reach the database", e);
    }
  }

  @Override
  void giveBack(Session session) {
    session.close();
  }

  @Override
  public void close() {
    pool.close();
  }
}
