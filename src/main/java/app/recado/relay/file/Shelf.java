package app.recado.relay.file;

import app.recado.relay.refusal.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, in a folder beside the database, under names that the relay made. Nodes that
 * share a database share the folder. What is written is on disk before a call returns.
 */
public final class Shelf {
  /** What is left for the database when files fill the disk, in bytes. */
  private static final long RESERVE = 512L * 1024 * 1024;

  /** Of the whole disk, this part is left when customers bring files: anybody can be one. */
  private static final long CUSTOMERS_LEAVE = 10;

  private final Path folder;
  private final Disk disk;

  /** What this node adds to: the system's own locks are between processes. */
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param folder made with the first file, readable by its owner only
   */
  public Shelf(Path folder) {
    this(folder, new FolderDisk(folder));
  }

  /**
   * @param disk of the folder, or what a test says of it
   */
  public Shelf(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
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
    // Closing any other channel of a file would give its lock up, so none is opened meanwhile.
    if (!busy.add(place)) {
      throw locked();
    }
    FileChannel channel = null;
    try {
      Path path = path(place);
      Files.createDirectories(path.getParent(), ownerOnly("rwx------"));
      channel =
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              ownerOnly("rw-------"));
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Appending(channel, () -> busy.remove(place));
      }
      closeQuietly(channel);
      busy.remove(place);
      throw locked();
    } catch (IOException e) {
      closeQuietly(channel);
      busy.remove(place);
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

  /**
   * Whether there is room for so many bytes, and enough left for what else is written here.
   * Customers leave more, so that a flood of theirs stops neither agents nor the database.
   */
  boolean hasRoom(long bytes, Holder holder) {
    long left =
        switch (holder) {
          case Holder.Agent agent -> RESERVE;
          case Holder.Customer customer -> Math.max(RESERVE, disk.size() / CUSTOMERS_LEAVE);
        };
    return disk.free() - bytes > left;
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

    private final Runnable closed;

    private Appending(FileChannel channel, Runnable closed) {
      this.channel = channel;
      this.closed = closed;
    }

    long size() throws IOException {
      return channel.size();
    }

    /** Writes at the end; what is written there counts once {@link #settle} returned. */
    OutputStream end() throws IOException {
      channel.position(channel.size());
      return Channels.newOutputStream(channel);
    }

    /** All bytes from the first, read while the file is held; closing it gives nothing up. */
    InputStream all() throws IOException {
      channel.position(0);
      return new FilterInputStream(Channels.newInputStream(channel)) {
        @Override
        public void close() {}
      };
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
      try {
        channel.close();
      } finally {
        closed.run();
      }
    }
  }
}
