package app.recado.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One of our programs as a process of its own, on this Java, which can be killed. */
final class Program {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final PrintStream input;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
  private final Thread listener;
  private final List<String> said = new ArrayList<>();

  private Program(Process process) {
    this.process = process;
    this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  static Program start(Path log, String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Whatever makes a small program start fast: it is started again after every kill.
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(Arrays.asList(arguments));
    return new Program(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** Says a line to it; into the void if it is dead. */
  void say(String line) {
    input.println(line);
  }

  /** Waits for a line of its output. */
  String await(Predicate<String> wanted) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String line = output.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new IllegalStateException("it did not say what was awaited but " + said);
      }
      said.add(line);
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  /** Everything it has said, once it is dead. */
  List<String> lastWords() {
    output.drainTo(said);
    return said;
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    listener.join();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        output.add(line);
      }
    } catch (IOException killed) {
      // what it said until then is here
    }
  }
}
