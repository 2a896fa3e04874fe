package app.recado.client.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** By the registry, in the current user's part of it. */
final class WindowsStartup implements Startup {
  private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String LINKS = "HKCU\\Software\\Classes\\" + DeskLink.SCHEME;
  private static final String COMMAND = LINKS + "\\shell\\open\\command";
  private static final long PATIENCE_SECONDS = 10;

  private final Path program;
  private final Registry registry;

  /** {@code reg.exe} with some arguments; whether it found or did what was asked. */
  @FunctionalInterface
  interface Registry {
    boolean ask(List<String> arguments) throws IOException;
  }

  WindowsStartup(Path program, Registry registry) {
    this.program = program;
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
    return registry.ask(List.of("reg", "query", RUN, "/v", "Recado"));
  }

  @Override
  public void startWithComputer(boolean on) throws IOException {
    if (on) {
      add(RUN, "Recado", "\"" + program + "\"");
    } else if (startsWithComputer()) {
      did(List.of("reg", "delete", RUN, "/v", "Recado", "/f"));
    }
  }

  @Override
  public boolean opensLinks() throws IOException {
    return registry.ask(List.of("reg", "query", COMMAND));
  }

  @Override
  public void openLinks(boolean on) throws IOException {
    if (on) {
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
              "\"" + program + "\" \"%1\"",
              "/f"));
    } else if (opensLinks()) {
      did(List.of("reg", "delete", LINKS, "/f"));
    }
  }

  private void add(String key, String name, String value) throws IOException {
    did(List.of("reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", value, "/f"));
  }

  private void did(List<String> arguments) throws IOException {
    if (!registry.ask(arguments)) {
      throw new IOException("the registry refused");
    }
  }
}
