package app.recado.client.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.List;

/**
 * Brings a file's schema up to date. Each script runs in one transaction together with the version
 * it brings, so an upgrade that is killed half-way goes on where it stood. A script is never edited
 * after it was released.
 */
final class Migrations {
  static final Migrations CACHE =
      new Migrations(
          "cache",
          List.of(
              "001_rows",
              "002_canned",
              "003_settings",
              "004_files",
              "005_scheduled",
              "006_mentions",
              "007_macros",
              "008_by_dialog"));
  static final Migrations OUTBOX =
      new Migrations("outbox", List.of("001_outbox", "002_attachments", "003_due", "004_copies"));

  private final String folder;
  private final List<String> scripts;

  Migrations(String folder, List<String> scripts) {
    this.folder = folder;
    this.scripts = List.copyOf(scripts);
  }

  int newest() {
    return scripts.size();
  }

  void run(Database database) {
    run(database, newest());
  }

  /**
   * Upgrades to a version; 0 is the empty file.
   *
   * @throws CacheException if the file was written by a newer version of the program
   */
  void run(Database database, int target) {
    int version = version(database);
    if (version > newest()) {
      throw new CacheException(folder + " was written by a newer version of Recado", false);
    }
    for (int next = version + 1; next <= target; next++) {
      String script = text(scripts.get(next - 1));
      int reached = next;
      database.transaction(() -> {
        for (String statement : script.split(";\\s*\\n", -1)) {
          if (!statement.isBlank()) {
            database.execute(statement);
          }
        }
        database.execute("PRAGMA user_version=" + reached);
        return reached;
      });
    }
  }

  static int version(Database database) {
    return database.read(() -> {
      try (ResultSet row = database.prepare("PRAGMA user_version").executeQuery()) {
        return row.getInt(1);
      }
    });
  }

  private String text(String script) {
    String name = folder + "/" + script + ".sql";
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
