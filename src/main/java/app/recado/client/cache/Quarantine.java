package app.recado.client.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the files of a profile even when they are damaged: a damaged one is put aside under another
 * name, and whatever can still be read of the outbox, drafts and settings goes into a new file.
 */
public final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  /** How far back commands are looked for one by one, so that a damaged page hides only its own. */
  private static final long REACH = 20_000;

  private Quarantine() {}

  public static Cache openCache(Path folder, Durability durability, InstantSource clock) {
    try {
      return Cache.open(folder, durability);
    } catch (CacheException problem) {
      if (!problem.isDamage()) {
        throw problem;
      }
      LOG.warn("The cache is damaged; it is put aside and filled anew", problem);
      setAside(Cache.file(folder), clock);
      return Cache.open(folder, durability);
    }
  }

  /** Puts the cache aside; nobody may have it open. */
  public static void setAsideCache(Path folder, InstantSource clock) {
    setAside(Cache.file(folder), clock);
  }

  public static OutboxFile openOutbox(Path folder, Durability durability, InstantSource clock) {
    try {
      return OutboxFile.open(folder, durability);
    } catch (CacheException problem) {
      if (!problem.isDamage()) {
        throw problem;
      }
      LOG.warn("The outbox is damaged; what can be read is salvaged", problem);
      Path damaged = setAside(OutboxFile.file(folder), clock);
      OutboxFile fresh = OutboxFile.open(folder, durability);
      salvage(damaged, fresh);
      return fresh;
    }
  }

  /**
   * Removes everything the desk keeps of a person, and goes on over what cannot be removed.
   *
   * @return what is left, for another try
   */
  public static List<Path> wipe(Path folder) {
    List<Path> all = new ArrayList<>();
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      if (name.startsWith("cache.db") || name.startsWith("outbox.db")) {
        all.add(file);
      }
    }
    all.addAll(list(folder.resolve(FileFolder.NAME)));
    return remove(all);
  }

  /** Removes what it can; returns the rest. */
  public static List<Path> remove(List<Path> files) {
    List<Path> left = new ArrayList<>();
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} cannot be removed", file.getFileName(), e);
        left.add(file);
      }
    }
    return left;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path setAside(Path file, InstantSource clock) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + clock.millis());
    move(file, aside);
    move(sibling(file, "-wal"), sibling(aside, "-wal"));
    move(sibling(file, "-shm"), sibling(aside, "-shm"));
    return aside;
  }

  private static Path sibling(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static void move(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void salvage(Path damaged, OutboxFile fresh) {
    List<OutboxEntry> entries = new ArrayList<>();
    List<LocalDraft> drafts = new ArrayList<>();
    List<String[]> settings = new ArrayList<>();
    List<LocalFile> chosen = new ArrayList<>();
    try (Database old = Database.openReading(damaged)) {
      long newest = newest(old);
      for (long n = newest; n > Math.max(0, newest - REACH); n--) {
        each(
            old,
            "SELECT n, command, state, tried, outcome FROM outbox WHERE n = " + n,
            row -> entries.addFirst(OutboxTable.entry(row)));
      }
      each(
          old,
          "SELECT dialog, kind, text, quote, base FROM draft",
          row -> drafts.add(LocalDraftTable.draft(row)));
      each(
          old,
          "SELECT dialog, kind, file, uploaded FROM attachment",
          row -> chosen.add(LocalFileTable.file(row)));
      each(
          old,
          "SELECT name, value FROM setting",
          row -> settings.add(new String[] {row.getString(1), row.getString(2)}));
    } catch (CacheException unreadable) {
      LOG.warn("No more can be read", unreadable);
    }
    fresh.transaction(() -> {
      for (OutboxEntry entry : entries) {
        OutboxEntry added = fresh.outbox.add(entry.command(), OutboxState.WAITING);
        fresh.outbox.update(
            new OutboxEntry(
                added.n(), entry.command(), entry.state(), entry.tried(), entry.outcome()));
      }
      drafts.forEach(fresh.drafts::put);
      chosen.forEach(fresh.files::put);
      settings.forEach(setting -> fresh.settings.set(setting[0], setting[1]));
      return true;
    });
  }

  /** The number of the last command ever made, 0 if even that cannot be read. */
  private static long newest(Database old) {
    long[] newest = new long[1];
    for (String sql :
        List.of(
            "SELECT max(n) FROM outbox", "SELECT seq FROM sqlite_sequence WHERE name='outbox'")) {
      each(old, sql, row -> newest[0] = Math.max(newest[0], row.getLong(1)));
    }
    return newest[0];
  }

  /** Reads row by row until the damage, and leaves out rows that make no sense. */
  private static void each(Database old, String sql, Row row) {
    try (PreparedStatement statement = old.prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        try {
          row.read(rows);
        } catch (RuntimeException senseless) {
          LOG.warn("A row makes no sense", senseless);
        }
      }
    } catch (SQLException end) {
      LOG.debug("No more can be read here", end);
    }
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }
}
