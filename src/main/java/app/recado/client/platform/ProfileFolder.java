package app.recado.client.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a profile keeps its files: a folder that nobody else can look into. */
public final class ProfileFolder {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** The profile of whoever names none. */
  public static final String USUAL = "default";

  private ProfileFolder() {}

  /**
   * The folder of a profile, made if there is none: {@code recado/profiles/NAME} in the platform's
   * place for data.
   *
   * @param environment as {@code System.getenv()}
   * @param system as {@code System.getProperty("os.name")}
   * @throws IllegalArgumentException if the name could lead elsewhere
   */
  public static Path of(String name, Map<String, String> environment, String system, Path home)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a profile's name is letters, digits, . _ and -");
    }
    return make(base(environment, system, home).resolve("profiles").resolve(name));
  }

  /** Whether it is the profile of whoever names none. */
  public static boolean isUsual(String name) {
    return name.equals(USUAL);
  }

  /** Makes a folder that only its owner can read, or makes an existing one so. */
  public static Path make(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (isPosix()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** The platform's place for what a program keeps; parameters as for {@link #of}. */
  public static Path base(Map<String, String> environment, String system, Path home) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local))
          .resolve("Recado");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Recado");
    }
    String data = environment.get("XDG_DATA_HOME");
    Path base =
        data == null || !Path.of(data).isAbsolute()
            ? home.resolve(".local").resolve("share")
            : Path.of(data);
    return base.resolve("recado");
  }
}
