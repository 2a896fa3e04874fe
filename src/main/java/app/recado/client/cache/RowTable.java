package app.recado.client.cache;

import app.recado.protocol.Json;
import app.recado.protocol.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind, each as the JSON it came in.
 *
 * @param <R> the kind's record
 */
public final class RowTable<R extends Row> {
  private final Database database;
  private final Class<R> type;
  private final ToIntFunction<R> place;
  private final String name;
  private final String insert;
  private final String select;
  private final String update;

  /**
   * @param place what is read first when the desk starts: ascending
   */
  RowTable(Database database, String name, Class<R> type, ToIntFunction<R> place) {
    this.database = database;
    this.name = name;
    this.type = type;
    this.place = place;
    insert = "INSERT OR IGNORE INTO " + name + " (id, seq, place, data) VALUES (?, ?, ?, ?)";
    select = "SELECT seq FROM " + name + " WHERE id = ?";
    update = "UPDATE " + name + " SET seq = ?, place = ?, data = ? WHERE id = ?";
  }

  /**
   * Stores a row if it is newer than what is there.
   *
   * @param force whether it replaces what is there even if that has a higher number
   * @return whether anything changed
   */
  public boolean put(R row, long seq, boolean force) {
    return database.transaction(() -> {
      Long known = seqOf(row.rowId());
      if (known == null) {
        PreparedStatement statement = database.prepare(insert);
        statement.setString(1, row.rowId());
        statement.setLong(2, seq);
        statement.setInt(3, place.applyAsInt(row));
        statement.setString(4, Json.write(row));
        statement.executeUpdate();
        return true;
      }
      if (known >= seq && !force) {
        return false;
      }
      PreparedStatement statement = database.prepare(update);
      statement.setLong(1, seq);
      statement.setInt(2, place.applyAsInt(row));
      statement.setString(3, Json.write(row));
      statement.setString(4, row.rowId());
      statement.executeUpdate();
      return true;
    });
  }

  /** Removes a row unless something newer is there; returns whether it was there. */
  public boolean remove(String id, long seq) {
    return database.transaction(() -> {
      PreparedStatement statement =
          database.prepare("DELETE FROM " + name + " WHERE id = ? AND seq <= ?");
      statement.setString(1, id);
      statement.setLong(2, seq);
      return statement.executeUpdate() > 0;
    });
  }

  /** Gives every row, in the order of its place. */
  public void forEach(Consumer<R> consumer) {
    // A negative limit is none.
    first(-1, consumer);
  }

  /** Gives so many rows, in the order of their places. */
  public void first(int most, Consumer<R> consumer) {
    database.read(() -> {
      PreparedStatement statement =
          database.prepare("SELECT data FROM " + name + " ORDER BY place LIMIT ?");
      statement.setInt(1, most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(Json.read(rows.getString(1), type));
        }
      }
      return true;
    });
  }

  /** One row; null if it is not there. */
  public @Nullable R get(String id) {
    return database.<@Nullable R>read(() -> {
      PreparedStatement statement = database.prepare("SELECT data FROM " + name + " WHERE id = ?");
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Json.read(row.getString(1), type) : null;
      }
    });
  }

  /** The number of the last change to a row; null if it is not there. */
  public @Nullable Long seqOf(String id) {
    return database.<@Nullable Long>read(() -> {
      PreparedStatement statement = database.prepare(select);
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? (Long) row.getLong(1) : null;
      }
    });
  }

  /** Removes what is not among the confirmed; returns how many rows that were. */
  int removeUnconfirmed(String kind) throws SQLException {
    PreparedStatement statement =
        database.prepare(
            "DELETE FROM " + name + " WHERE id NOT IN (SELECT id FROM confirmed WHERE kind = ?)");
    statement.setString(1, kind);
    return statement.executeUpdate();
  }
}
