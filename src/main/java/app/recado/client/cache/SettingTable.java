package app.recado.client.cache;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Small things the desk remembers, by name. */
public final class SettingTable {
  private final Database database;

  SettingTable(Database database) {
    this.database = database;
  }

  public @Nullable String get(String name) {
    return database.<@Nullable String>read(() -> {
      PreparedStatement statement = database.prepare("SELECT value FROM setting WHERE name = ?");
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    });
  }

  /**
   * @param value null to forget it
   */
  public void set(String name, @Nullable String value) {
    database.transaction(() -> {
      if (value == null) {
        PreparedStatement statement = database.prepare("DELETE FROM setting WHERE name = ?");
        statement.setString(1, name);
        return statement.executeUpdate();
      }
      PreparedStatement statement =
          database.prepare(
              "INSERT INTO setting (name, value) VALUES (?, ?)"
                  + " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
      statement.setString(1, name);
      statement.setString(2, value);
      return statement.executeUpdate();
    });
  }
}
