package app.recado.relay.admin;

import app.recado.relay.RelayOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that a relay serves a data folder, as long as its process lives: on SQLite only one may, for
 * it forgets who was connected to the one before it. Nodes on PostgreSQL know of each other.
 */
final class ServingLock implements AutoCloseable {
  private final @Nullable FileChannel file;

  private ServingLock(@Nullable FileChannel file) {
    this.file = file;
  }

  /** Fails if another process serves this folder. */
  static ServingLock take(RelayOptions options) {
    if (options.database() != null) {
      return new ServingLock(null);
    }
    Path name = options.data().resolve("serving.lock");
    try {
      FileChannel file =
          FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(file)) {
        return new ServingLock(file);
      }
      file.close();
    } catch (IOException unwritable) {
      throw new FailedException("cannot write " + name);
    }
    throw new FailedException("a relay serves " + options.data() + " already");
  }

  private static boolean isFree(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  /** Lets another serve. */
  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
