package app.recado.client.cache;

import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.Json;
import app.recado.protocol.Outcome;
import com.google.gson.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
              .prepare("SELECT n, command, state, tried, outcome FROM outbox ORDER BY n")
              .executeQuery()) {
        while (rows.next()) {
          entries.add(entry(rows));
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

  /** Stores a new command at the end. */
  public OutboxEntry add(Command command, OutboxState state) {
    return database.transaction(() -> {
      boolean tried = state == OutboxState.SENDING;
      PreparedStatement statement =
          database.prepare(
              "INSERT INTO outbox (id, command, state, tried) VALUES (?, ?, ?, ?) RETURNING n");
      statement.setString(1, command.id().value());
      statement.setString(2, command.toJson());
      statement.setString(3, state.name());
      statement.setInt(4, tried ? 1 : 0);
      try (ResultSet row = statement.executeQuery()) {
        return new OutboxEntry(row.getLong(1), command, state, tried, null);
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
