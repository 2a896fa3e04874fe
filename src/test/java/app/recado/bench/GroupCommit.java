package app.recado.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least that makes a row durable: one thread that inserts whatever waits into one table in one
 * SQLite transaction ({@code synchronous=FULL}) and then answers everybody.
 */
final class GroupCommit implements AutoCloseable {
  private final Connection connection;
  private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "group-commit");
  private volatile boolean closed;

  GroupCommit(Connection connection) throws SQLException {
    this.connection = connection;
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS entry (n INTEGER PRIMARY KEY, data TEXT)");
    }
    connection.setAutoCommit(false);
    thread.start();
  }

  /** Returns once the row is on disk. */
  void insert(String data) {
    Work work = new Work(data, new CompletableFuture<>());
    waiting.add(work);
    work.done.join();
  }

  private void run() {
    List<Work> group = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO entry (data) VALUES (?)")) {
      while (!closed) {
        group.clear();
        group.add(waiting.take());
        waiting.drainTo(group);
        for (Work work : group) {
          insert.setString(1, work.data);
          insert.executeUpdate();
        }
        connection.commit();
        group.forEach(work -> work.done.complete(true));
      }
    } catch (SQLException e) {
      group.forEach(work -> work.done.completeExceptionally(e));
    } catch (InterruptedException over) {
      // closed
    }
  }

  @Override
  public void close() throws Exception {
    closed = true;
    thread.interrupt();
    thread.join();
    connection.close();
  }

  private record Work(String data, CompletableFuture<Boolean> done) {}
}
