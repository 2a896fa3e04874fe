package app.recado.client.cache;

import app.recado.protocol.FileId;
import app.recado.protocol.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bytes of files on this computer, in the profile's folder {@code files}, each under its id. A
 * file has its name only once it is whole and on disk. Thread-safe, for different files.
 */
public final class FileFolder {
  private static final int BUFFER = 64 * 1024;
  private static final String PART = ".part";

  /** Within the profile's folder. */
  static final String NAME = "files";

  private final Path folder;
  private volatile boolean shut;

  /**
   * @param profile the profile's folder
   */
  public FileFolder(Path profile) {
    this.folder = profile.resolve(NAME);
  }

  /** Where a file is, or would be. */
  public Path path(FileId id) {
    return folder.resolve(id.value());
  }

  public boolean has(FileId id) {
    return Files.exists(path(id));
  }

  /** What was copied. */
  public record Copied(long size, String sha256) {}

  /**
   * Copies bytes here; when it returns they are on disk.
   *
   * @param most how many bytes at most
   * @throws IOException also if there are more
   */
  public Copied copy(InputStream from, FileId id, long most) throws IOException {
    Files.createDirectories(folder);
    Path part = part(id);
    MessageDigest digest = Sha256.begin();
    long size = 0;
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream to = Channels.newOutputStream(channel)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        size += read;
        if (size > most) {
          throw new IOException("the file has grown beyond " + most + " bytes");
        }
        digest.update(buffer, 0, read);
        to.write(buffer, 0, read);
      }
      channel.force(true);
    } catch (IOException failure) {
      Files.deleteIfExists(part);
      throw failure;
    }
    Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    requireOpen(id);
    return new Copied(size, Sha256.text(digest));
  }

  /** Where bytes that come in are kept until they are all here. */
  public Path part(FileId id) throws IOException {
    if (shut) {
      throw new IOException("the profile is being wiped");
    }
    Files.createDirectories(folder);
    return folder.resolve(id.value() + PART);
  }

  /**
   * Gives a file that came in its name, if its bytes are right; else they are dropped.
   *
   * @return whether they were
   */
  public boolean settle(FileId id, String sha256) throws IOException {
    Path part = part(id);
    String found;
    try (InputStream in = Files.newInputStream(part)) {
      found = Sha256.of(in);
    } catch (NoSuchFileException nothingCame) {
      return false;
    }
    if (!found.equals(sha256)) {
      Files.deleteIfExists(part);
      return false;
    }
    Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    requireOpen(id);
    return true;
  }

  public void remove(FileId id) throws IOException {
    Files.deleteIfExists(path(id));
    Files.deleteIfExists(folder.resolve(id.value() + PART));
  }

  /** Says that a file was used, so that it is not among the first to go. */
  public void touch(FileId id, Instant now) throws IOException {
    Files.setLastModifiedTime(path(id), FileTime.from(now));
  }

  /** A file that is here, whole or in part. */
  public record Kept(FileId id, long size, Instant usedAt) {}

  public List<Kept> list() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    List<Kept> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        String id = name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name;
        try {
          BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
          kept.add(new Kept(new FileId(id), found.size(), found.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException removedMeanwhile) {
          // then there is nothing to keep
        }
      }
    }
    return kept;
  }

  /** From now on nothing stays that is still being written: whoever writes it removes it. */
  public void shut() {
    shut = true;
  }

  private void requireOpen(FileId id) throws IOException {
    if (shut) {
      remove(id);
      throw new IOException("the profile is being wiped");
    }
  }
}
