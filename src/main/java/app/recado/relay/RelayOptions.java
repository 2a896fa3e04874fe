package app.recado.relay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a relay keeps its data.
 *
 * @param data the folder of the SQLite database and of files; made if absent, readable by its owner
 *     only
 * @param database a {@code jdbc:postgresql:} address instead of SQLite
 */
public record RelayOptions(Path data, @Nullable String database) {
  /** The SQLite database, used unless {@code database} names another. */
  public Path file() {
    return data.resolve("relay.db");
  }

  /** The folder of the bytes of files; nodes of one database share it. */
  public Path files() {
    return data.resolve("files");
  }
}
