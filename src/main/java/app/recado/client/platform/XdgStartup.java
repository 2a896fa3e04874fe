package app.recado.client.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** By the files that freedesktop.org describes: autostart, desktop entry, default programs. */
final class XdgStartup implements Startup {
  private static final String DEFAULTS = "[Default Applications]";
  private static final String HANDLER = "x-scheme-handler/" + DeskLink.SCHEME + "=";

  private final Path program;
  private final String profile;
  private final String entry;
  private final Path autostart;
  private final Path application;
  private final Path defaults;

  XdgStartup(Path program, String profile, Map<String, String> environment, Path home) {
    this.program = program;
    this.profile = profile;
    // Each profile has its own, so that one does not take the other's away.
    entry = ProfileFolder.isUsual(profile) ? "recado.desktop" : "recado-" + profile + ".desktop";
    Path config = folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
    Path data = folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
    autostart = config.resolve("autostart").resolve(entry);
    application = data.resolve("applications").resolve(entry);
    defaults = config.resolve("mimeapps.list");
  }

  private static Path folder(@org.jspecify.annotations.Nullable String said, Path otherwise) {
    return said == null || !Path.of(said).isAbsolute() ? otherwise : Path.of(said);
  }

  @Override
  public boolean startsWithComputer() {
    return Files.exists(autostart);
  }

  @Override
  public void startWithComputer(boolean on) throws IOException {
    if (on) {
      write(autostart, words("", "X-GNOME-Autostart-enabled=true\n"));
    } else {
      Files.deleteIfExists(autostart);
    }
  }

  @Override
  public boolean opensLinks() throws IOException {
    return Files.exists(application) && lines().contains(HANDLER + entry);
  }

  @Override
  public void openLinks(boolean on) throws IOException {
    List<String> lines = new ArrayList<>(lines());
    lines.removeIf(line -> line.equals(HANDLER + entry) || on && line.startsWith(HANDLER));
    if (on) {
      write(application, words(" %u", "MimeType=x-scheme-handler/" + DeskLink.SCHEME + ";\n"));
      if (!lines.contains(DEFAULTS)) {
        lines.add(DEFAULTS);
      }
      lines.add(lines.indexOf(DEFAULTS) + 1, HANDLER + entry);
    } else {
      Files.deleteIfExists(application);
    }
    write(defaults, String.join("\n", lines) + "\n");
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(defaults, StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private String words(String argument, String more) {
    return """
    [Desktop Entry]
    Type=Application
    Name=%s
    Exec=%s%s%s
    Terminal=false
    Categories=Network;InstantMessaging;
    StartupWMClass=app.recado.DeskMain$WindowMain
    """
            .formatted(
                ProfileFolder.isUsual(profile) ? "Recado" : "Recado (" + profile + ")",
                quoted(program.toString()),
                ProfileFolder.isUsual(profile) ? "" : " --profile " + profile,
                argument)
        + more;
  }

  /** As the desktop entry specification wants a command with blanks or signs in it. */
  static String quoted(String path) {
    String inside =
        path.replace("\\", "\\\\\\\\")
            .replace("\"", "\\\\\"")
            .replace("`", "\\\\`")
            .replace("$", "\\\\$")
            .replace("%", "%%");
    return "\"" + inside + "\"";
  }

  /** Beside its place first: others read these files, and some of what is in them is theirs. */
  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path place = Files.exists(file) ? file.toRealPath() : file;
    Path beside = Files.createTempFile(place.toAbsolutePath().getParent(), ".recado", ".part");
    try {
      Files.writeString(beside, text, StandardCharsets.UTF_8);
      if (Files.exists(place)) {
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(place));
      } else {
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
