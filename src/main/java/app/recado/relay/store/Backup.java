package app.recado.relay.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Copies a SQLite database while it is in use. */
public final class Backup {
  private Backup() {}

  /**
   * Writes a copy as of one moment. It has its name only once it is whole and on disk, and says of
   * itself that it is a copy: whoever opens it as a relay's database gets a new epoch, so that no
   * desk takes up a cursor from after the copy was made.
   *
   * @param target a file that does not exist
   */
  public static void write(SqliteDatabase database, Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (Session session = database.openSession()) {
        session.tx().run("VACUUM INTO ?", part.toString());
      }
      makePrivate(part);
      mark(part);
      try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mark(Path copy) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
      statement.execute("UPDATE counter SET restored = 1");
    } catch (SQLException e) {
      throw new StoreException("the copy cannot be marked", e);
    }
  }

  private static void makePrivate(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
