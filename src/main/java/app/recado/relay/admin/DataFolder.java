package app.recado.relay.admin;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this platform keeps a program's data. */
final class DataFolder {
  private final Map<String, String> environment;

  DataFolder(Map<String, String> environment) {
    this.environment = environment;
  }

  Path usual() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData/Local") : Path.of(local))
          .resolve("Recado Relay");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/Recado Relay");
    }
    String data = environment.get("XDG_DATA_HOME");
    return (data == null || data.isEmpty() ? home.resolve(".local/share") : Path.of(data))
        .resolve("recado-relay");
  }
}
