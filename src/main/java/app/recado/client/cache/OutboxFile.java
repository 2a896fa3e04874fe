package app.recado.client.cache;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The outbox, drafts, chosen files and settings: what exists nowhere else, in a file of its own, so
 * that damage to the large cache cannot reach it. Engine thread only.
 */
public final class OutboxFile implements AutoCloseable {
  private final Database database;

  public final OutboxTable outbox;
  public final LocalDraftTable drafts;
  public final SettingTable settings;
  public final LocalFileTable files;

  private OutboxFile(Database database) {
    this.database = database;
    outbox = new OutboxTable(database);
    drafts = new LocalDraftTable(database);
    settings = new SettingTable(database);
    files = new LocalFileTable(database);
  }

  /**
   * Opens the file in a profile's folder.
   *
   * @throws CacheException with {@link CacheException#isDamage} if the file is not readable as one
   */
  public static OutboxFile open(Path folder, Durability durability) {
    Database database = Database.open(file(folder), durability);
    try {
      Migrations.OUTBOX.run(database);
      check(database);
      return new OutboxFile(database);
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  static Path file(Path folder) {
    return folder.resolve("outbox.db");
  }

  /** The file is small, so it is looked through at every start. */
  private static void check(Database database) {
    String verdict =
        database.read(() -> {
          try (var row = database.prepare("PRAGMA quick_check(1)").executeQuery()) {
            return row.getString(1);
          }
        });
    if (!verdict.equals("ok")) {
      throw new CacheException("outbox.db is damaged: " + verdict, true);
    }
  }

  /** Runs something in one transaction. */
  public <T> T transaction(Supplier<T> work) {
    return database.transaction(work::get);
  }

  @Override
  public void close() {
    database.close();
  }
}
