package app.recado.client.cache;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code, unpacked beside the files it works on. Left alone the driver unpacks it at
 * every start and compares it byte by byte, which takes longer than reading the first rows; it
 * still does where ours cannot be loaded.
 */
final class SqliteLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /** Tells the driver what to load; only the first call in a process matters. */
  static synchronized void unpackInto(Path folder) {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    try {
      Path library = unpacked(folder.toAbsolutePath());
      System.setProperty(NAME, library.getFileName().toString());
      System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    } catch (IOException e) {
      LOG.warn("SQLite's library cannot be unpacked into {}", folder, e);
    }
  }

  /** The library in that folder, unpacked there unless it is there as a whole. */
  static Path unpacked(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    URL source = SQLiteJDBCLoader.class.getResource(packed);
    if (source == null) {
      throw new NoSuchFileException(packed);
    }
    Path library = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + name);
    long size = source.openConnection().getContentLengthLong();
    if (!Files.exists(library) || Files.size(library) != size) {
      unpack(source, library);
    }
    return library;
  }

  /** On disk as a whole or not at all: half a library would end the program. */
  private static void unpack(URL source, Path library) throws IOException {
    Path beside = library.resolveSibling(library.getFileName() + ".new");
    try (InputStream in = source.openStream();
        FileChannel out =
            FileChannel.open(
                beside,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      in.transferTo(Channels.newOutputStream(out));
      out.force(true);
    }
    Files.move(
        beside, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
