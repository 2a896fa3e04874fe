package app.recado.relay.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, called as its launcher does. */
final class RelayProcess implements AutoCloseable {
  private final Process process;
  private final CompletableFuture<String> err;
  private final BufferedReader out;

  private RelayProcess(Process process) {
    this.process = process;
    // A thread of its own: the common pool has too few, and this one waits as long as the process.
    this.err =
        CompletableFuture.supplyAsync(
            () -> all(process.getErrorStream()),
            reading -> Thread.ofPlatform().daemon().start(reading));
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static RelayProcess start(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-classpath",
            System.getProperty("java.class.path"),
            "app.recado.RelayMain"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("RECADO_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    try {
      return new RelayProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  static Ended run(String input, Map<String, String> environment, String... arguments) {
    try (RelayProcess running = start(environment, arguments)) {
      running.process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      running.process.getOutputStream().close();
      return running.ended();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ended run(String input, String... arguments) {
    return run(input, Map.of(), arguments);
  }

  /** The next line it prints; an error with all of its standard error if it ended instead. */
  String line() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new AssertionError("it ended: " + ended());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop (SIGTERM) and waits. */
  Ended stop() {
    // Process.destroy would close the streams, and with them what it says last.
    process.toHandle().destroy();
    return ended();
  }

  Ended ended() {
    try {
      StringBuilder rest = new StringBuilder();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        rest.append(line).append('\n');
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end");
      }
      return new Ended(process.exitValue(), rest.toString(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String all(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
