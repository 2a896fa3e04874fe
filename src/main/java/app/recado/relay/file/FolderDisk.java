package app.recado.relay.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The disk that a folder is on, or will be. */
final class FolderDisk implements Disk {
  private final Path folder;

  FolderDisk(Path folder) {
    this.folder = folder;
  }

  @Override
  public long free() {
    try {
      FileStore store = store();
      return store == null ? Long.MAX_VALUE : store.getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public long size() {
    try {
      FileStore store = store();
      return store == null ? 0 : store.getTotalSpace();
    } catch (IOException unknown) {
      return 0;
    }
  }

  private @Nullable FileStore store() throws IOException {
    Path there = Files.exists(folder) ? folder : folder.toAbsolutePath().getParent();
    return there == null ? null : Files.getFileStore(there);
  }
}
