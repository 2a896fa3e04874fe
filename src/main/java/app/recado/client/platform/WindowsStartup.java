package app.recado.client.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * By the registry, in the current user's part of it. Links are for the installed program only: what
 * a stranger's link says would be read by the command processor if it went through a script.
 */
final class WindowsStartup implements Startup {
  private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String LINKS = "HKCU\\Software\\Classes\\" + DeskLink.SCHEME;
  private static final String COMMAND = LINKS + "\\shell\\open\\command";
  private static final long PATIENCE_SECONDS = 10;

  private final Path program;
  private final String profile;
  private final Registry registry;

  /** {@code reg.exe} with some arguments; whether it found or did what was asked. */
  @FunctionalInterface
  interface Registry {
    boolean ask(List<String> arguments) throws IOException;
  }

  WindowsStartup(Path program, String profile, Registry registry) {
    this.program = program;
    this.profile = profile;
    this.registry = registry;
  }

  static boolean run(List<String> arguments) throws IOException {
    Process process =
        new ProcessBuilder(arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the registry does not answer");
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public boolean startsWithComputer() throws IOException {
    return registry.ask(List.of("reg", "query", RUN, "/v", name()));
  }

  @Override
  public void startWithComputer(boolean on) throws IOException {
    if (on) {
      add(RUN, name(), command());
    } else if (startsWithComputer()) {
      did(List.of("reg", "delete", RUN, "/v", name(), "/f"));
    }
  }

  @Override
  public boolean opensLinks() throws IOException {
    return registry.ask(List.of("reg", "query", COMMAND));
  }

  @Override
  public void openLinks(boolean on) throws IOException {
    if (on) {
      if (!canSetLinks()) {
        throw new IOException("a script must not be given what strangers write");
      }
      add(LINKS, "URL Protocol", "");
      did(
          List.of(
              "reg",
              "add",
              COMMAND,
              "/ve",
              "/t",
              "REG_SZ",
              "/d",
              quoted(command() + " \"%1\""),
              "/f"));
    } else if (opensLinks()) {
      did(List.of("reg", "delete", LINKS, "/f"));
    }
  }

  @Override
  public boolean canSetLinks() {
    String name = program.toString().toLowerCase(Locale.ROOT);
    return !name.endsWith(".cmd") && !name.endsWith(".bat");
  }

  private String name() {
    return ProfileFolder.isUsual(profile) ? "Recado" : "Recado " + profile;
  }

  private String command() {
    String quoted = "\"" + program + "\"";
    return ProfileFolder.isUsual(profile) ? quoted : quoted + " --profile " + profile;
  }

  private void add(String key, String name, String value) throws IOException {
    did(List.of("reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", quoted(value), "/f"));
  }

  /**
   * As one argument: Java hands on what begins and ends with a quote as it is, and {@code reg}
   * takes a quote after a backslash for one of the value's own.
   */
  private static String quoted(String value) {
    return "\"" + value.replace("\"", "\\\"") + "\"";
  }

  private void did(List<String> arguments) throws IOException {
    if (!registry.ask(arguments)) {
      throw new IOException("the registry refused");
    }
  }
}
