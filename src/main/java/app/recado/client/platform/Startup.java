package app.recado.client.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What makes the computer start the desk: by itself when the person signs in to it, or for a {@code
 * recado://} link. For the current user only. Reads and writes files or asks programs: never on the
 * FX thread.
 */
public interface Startup {
  /** Whether the desk starts with the computer. */
  boolean startsWithComputer() throws IOException;

  void startWithComputer(boolean on) throws IOException;

  /** Whether links are opened by this desk. */
  boolean opensLinks() throws IOException;

  void openLinks(boolean on) throws IOException;

  /**
   * Whether {@link #openLinks} can be set; on macOS an installed program has its links always, and
   * on Windows a script is given none.
   */
  default boolean canSetLinks() {
    return true;
  }

  /**
   * For this computer; empty where it is not known by which program the desk was started.
   *
   * @param launcher what starts the desk
   * @param profile which one it is to open
   * @param system as {@code System.getProperty("os.name")}
   * @param environment as {@code System.getenv()}
   */
  static Optional<Startup> of(
      Optional<Path> launcher,
      String profile,
      String system,
      Map<String, String> environment,
      Path home) {
    String os = system.toLowerCase(Locale.ROOT);
    return launcher.map(program -> {
      if (os.contains("win")) {
        return new WindowsStartup(program, profile, WindowsStartup::run);
      }
      return os.contains("mac")
          ? new MacStartup(program, profile, home)
          : new XdgStartup(program, profile, environment, home);
    });
  }

  /**
   * What starts this desk: the installed program, or the launch script, which says it.
   *
   * @param properties names of system properties and what they are
   */
  static Optional<Path> launcher(java.util.function.Function<String, String> properties) {
    return List.of("jpackage.app-path", "recado.launcher").stream()
        .map(properties)
        .filter(path -> path != null && !path.isBlank())
        .map(Path::of)
        .findFirst();
  }
}
