package app.recado.client.sync;

import app.recado.client.cache.FileFolder;
import app.recado.protocol.FileId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of files on this computer, and which of them are known to be here. Thread-safe. */
final class FileCopies {
  private static final Logger LOG = LoggerFactory.getLogger(FileCopies.class);

  private final FileFolder folder;
  private final InstantSource clock;
  private final Executor io;
  private final Set<FileId> here = ConcurrentHashMap.newKeySet();

  /**
   * @param io where bytes are removed
   */
  FileCopies(FileFolder folder, InstantSource clock, Executor io) {
    this.folder = folder;
    this.clock = clock;
    this.io = io;
  }

  FileFolder folder() {
    return folder;
  }

  /** Whether the bytes are known to be here. */
  boolean isHere(FileId id) {
    return here.contains(id);
  }

  void came(FileId id) {
    here.add(id);
  }

  void went(FileId id) {
    here.remove(id);
  }

  /** Whether a file is here; if so, it was used now. */
  boolean use(FileId id) {
    try {
      folder.touch(id, clock.instant());
      return true;
    } catch (IOException notHere) {
      return folder.has(id);
    }
  }

  /** Removes the bytes; they may be fetched again. */
  void remove(FileId id) {
    here.remove(id);
    io.execute(() -> {
      try {
        folder.remove(id);
      } catch (IOException e) {
        LOG.warn("A copy could not be removed", e);
      }
    });
  }
}
