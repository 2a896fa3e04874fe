package app.recado.client.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a desk keeps its data, as the platform wants it. */
public final class Folders {
  private Folders() {}

  /**
   * The folder of a profile.
   *
   * @param osName {@code os.name}
   * @param home the person's home folder
   */
  public static Path profile(
      String name, String osName, Path home, Map<String, String> environment) {
    return root(osName.toLowerCase(Locale.ROOT), home, environment).resolve(name);
  }

  private static Path root(String osName, Path home, Map<String, String> environment) {
    if (osName.contains("mac")) {
      return home.resolve("Library/Application Support/Recado");
    }
    if (osName.contains("win")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return (roaming.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(roaming))
          .resolve("Recado");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("recado");
  }
}
