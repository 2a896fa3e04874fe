package app.recado.client.cache;

import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.Json;
import app.recado.protocol.Outcome;
import com.google.gson.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outbox on disk. Only the outbox itself writes here. */
public final class OutboxTable {
  private final Database database;

  OutboxTable(Database database) {
    this.database = database;
  }

  /** All entries in the order in which they were made. */
  public List<OutboxEntry> all() {
    return database.read(() -> {
      List<OutboxEntry> entries = new ArrayList<>();
      try (ResultSet rows =
          database
              .prepare("SELECT n, command, state, tried, outcome, due FROM outbox ORDER BY n")
              .executeQuery()) {
        while (rows.next()) {
          entries.add(timed(entry(rows), rows));
        }
      }
      return entries;
    });
  }

  static OutboxEntry entry(ResultSet row) throws SQLException {
    String outcome = row.getString(5);
    return new OutboxEntry(
        row.getLong(1),
        Command.fromJson(Json.read(row.getString(2), JsonObject.class)),
        OutboxState.valueOf(row.getString(3)),
        row.getInt(4) == 1,
        outcome == null ? null : Json.read(outcome, Outcome.class));
  }

  private static OutboxEntry timed(OutboxEntry entry, ResultSet row) throws SQLException {
    long due = row.getLong(6);
    return row.wasNull() || entry.state() != OutboxState.DELAYED
        ? entry
        : new OutboxEntry(
            entry.n(),
            entry.command(),
            entry.state(),
            entry.tried(),
            entry.outcome(),
            Instant.ofEpochMilli(due));
  }

  /** Stores a new command at the end. */
  public OutboxEntry add(Command command, OutboxState state) {
    return add(command, state, null);
  }

  /**
   * Stores a new command at the end.
   *
   * @param due when it may leave; null if it waits for no time
   */
  public OutboxEntry add(Command command, OutboxState state, @Nullable Instant due) {
    return database.transaction(() -> {
      boolean tried = state == OutboxState.SENDING;
      PreparedStatement statement =
          database.prepare(
              "INSERT INTO outbox (id, command, state, tried, due) VALUES (?, ?, ?, ?, ?) RETURNING"
                  + " n");
      statement.setString(1, command.id().value());
      statement.setString(2, command.toJson());
      statement.setString(3, state.name());
      statement.setInt(4, tried ? 1 : 0);
      if (due == null) {
        statement.setNull(5, Types.INTEGER);
      } else {
        statement.setLong(5, due.toEpochMilli());
      }
      try (ResultSet row = statement.executeQuery()) {
        return new OutboxEntry(row.getLong(1), command, state, tried, null, due);
      }
    });
  }

  public void update(OutboxEntry entry) {
    database.transaction(() -> {
      PreparedStatement statement =
          database.prepare(
              "UPDATE outbox SET command = ?, state = ?, tried = ?, outcome = ? WHERE n = ?");
      statement.setString(1, entry.command().toJson());
      statement.setString(2, entry.state().name());
      statement.setInt(3, entry.tried() ? 1 : 0);
      statement.setString(4, entry.outcome() == null ? null : Json.write(entry.outcome()));
      statement.setLong(5, entry.n());
      return statement.executeUpdate();
    });
  }

  /** As {@link #update} where the command itself is what it was. */
  public void move(OutboxEntry entry) {
    database.transaction(() -> {
      PreparedStatement statement =
          database.prepare("UPDATE outbox SET state = ?, tried = ?, outcome = ? WHERE n = ?");
      statement.setString(1, entry.state().name());
      statement.setInt(2, entry.tried() ? 1 : 0);
      statement.setString(3, entry.outcome() == null ? null : Json.write(entry.outcome()));
      statement.setLong(4, entry.n());
      return statement.executeUpdate();
    });
  }

  public void remove(CommandId id) {
    database.transaction(() -> {
      PreparedStatement statement = database.prepare("DELETE FROM outbox WHERE id = ?");
      statement.setString(1, id.value());
      return statement.executeUpdate();
    });
  }
}
