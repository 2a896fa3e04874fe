package app.recado.client.cache;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Those whose names begin so, by what follows in the name. */
  public Map<String, String> below(String prefix) {
    return database.read(() -> {
      PreparedStatement statement =
          database.prepare(
              "SELECT substr(name, length(?) + 1), value FROM setting"
                  + " WHERE substr(name, 1, length(?)) = ? ORDER BY name");
      statement.setString(1, prefix);
      statement.setString(2, prefix);
      statement.setString(3, prefix);
      Map<String, String> values = new LinkedHashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.put(rows.getString(1), rows.getString(2));
        }
      }
      return values;
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
