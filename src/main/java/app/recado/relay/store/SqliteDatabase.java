package app.recado.relay.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteConfig;

/** One file in WAL mode: readers never wait for the writer. */
public final class SqliteDatabase extends Database {

  private static final int READERS = 8;
  private static final int BUSY_MILLIS = 15_000;

  private final Path file;
  private final SQLiteConfig config;
  private final Semaphore readers = new Semaphore(READERS);
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean closed;

  private SqliteDatabase(Path file, boolean durable) {
    super(Dialect.SQLITE);
    this.file = file;
    this.config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        durable ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.OFF);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "20000");
    config.setCacheSize(-32_000);
    config.setGetGeneratedKeys(false); // else every INSERT is followed by a SELECT
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
  }

  /** Opens the file, made if absent and readable by its owner only, and brings it up to date. */
  public static SqliteDatabase open(Path file) {
    return open(file, true);
  }

  /**
   * As {@link #open(Path)} but a power loss may take the last commits; a killed process does not.
   */
  public static SqliteDatabase openFast(Path file) {
    return open(file, false);
  }

  private static SqliteDatabase open(Path file, boolean durable) {
    makePrivate(file);
    SqliteDatabase database = new SqliteDatabase(file, durable);
    Migrations.apply(database, "jdbc:sqlite:" + file);
    return database;
  }

  public Path file() {
    return file;
  }

  private static void makePrivate(Path file) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (posix) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      if (posix) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file, e);
    }
  }

  @Override
  Session openSession() {
    try {
      return new Session(config.createConnection("jdbc:sqlite:" + file), dialect());
    } catch (SQLException e) {
      throw new StoreException("cannot open " + file, e);
    }
  }

  @Override
  Session borrow() {
    readers.acquireUninterruptibly();
    synchronized (idle) {
      if (closed) {
        readers.release();
        throw new StoreException("closed", new IllegalStateException());
      }
      Session session = idle.pollLast();
      if (session != null) {
        return session;
      }
    }
    try {
      return openSession();
    } catch (RuntimeException e) {
      readers.release();
      throw e;
    }
  }

  @Override
  void giveBack(Session session) {
    boolean keep;
    synchronized (idle) {
      keep = !closed;
      if (keep) {
        idle.addLast(session);
      }
    }
    if (!keep) {
      session.close();
    }
    readers.release();
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(Session::close);
      idle.clear();
    }
  }
}
