package app.recado.relay.file;

import app.recado.relay.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, in a folder beside the database, under names that the relay made. Nodes that
 * share a database share the folder. What is written is on disk before a call returns.
 */
public final class Shelf {
  private final Path folder;

  /**
   * @param folder made with the first file, readable by its owner only
   */
  public Shelf(Path folder) {
    this.folder = folder;
  }

  /** How many bytes are there; 0 if there is no such file. */
  long size(String place) {
    try {
      return Files.size(path(place));
    } catch (NoSuchFileException none) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a file for one who adds to it, alone over all nodes.
   *
   * @throws Refusal 423 while somebody else does
   */
  Appending append(String place) {
    FileChannel channel = null;
    try {
      Path path = path(place);
      Files.createDirectories(path.getParent(), ownerOnly("rwx------"));
      channel =
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              ownerOnly("rw-------"));
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Appending(channel);
      }
      channel.close();
      throw locked();
    } catch (OverlappingFileLockException sameNode) {
      closeQuietly(channel);
      throw locked();
    } catch (IOException e) {
      closeQuietly(channel);
      throw new UncheckedIOException(e);
    }
  }

  InputStream read(String place, long offset) {
    try {
      FileChannel channel = FileChannel.open(path(place), StandardOpenOption.READ);
      channel.position(offset);
      return Channels.newInputStream(channel);
    } catch (NoSuchFileException removed) {
      throw Refusal.notFound("file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String place) {
    try {
      Files.deleteIfExists(path(place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last characters of an id are its most random: they spread files over 256 folders. */
  private Path path(String place) {
    return folder.resolve(place.substring(place.length() - 2)).resolve(place);
  }

  private static Refusal locked() {
    return Refusal.of(423, "locked", "Another request is adding to this upload.");
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? List.of(
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
            .toArray(FileAttribute<?>[]::new)
        : new FileAttribute<?>[0];
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException alreadyFailing) {
      return;
    }
  }

  /** The end of one file, held alone until it is closed. */
  static final class Appending implements AutoCloseable {
    private final FileChannel channel;

    private Appending(FileChannel channel) {
      this.channel = channel;
    }

    long size() throws IOException {
      return channel.size();
    }

    /** Writes at the end; what is written there counts once {@link #settle} returned. */
    OutputStream end() throws IOException {
      channel.position(channel.size());
      return Channels.newOutputStream(channel);
    }

    /** Takes back everything from there on. */
    void cut(long size) throws IOException {
      channel.truncate(size);
      settle();
    }

    void settle() throws IOException {
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
