package app.recado.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A window in a process of its own, started with the launcher's flags. */
final class WindowProcess implements AutoCloseable {
  private final Process process;
  private final double secondsToUsable;

  private WindowProcess(Process process, double secondsToUsable) {
    this.process = process;
    this.secondsToUsable = secondsToUsable;
  }

  static WindowProcess desk(String classpath, Path profile, String... flags) throws Exception {
    return start(classpath, List.of(flags), "desk", profile.toString());
  }

  static WindowProcess empty(String classpath) throws Exception {
    return start(classpath, List.of(), "empty");
  }

  private static WindowProcess start(String classpath, List<String> flags, String... args)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Jvm.deskFlags());
    command.addAll(flags);
    command.addAll(List.of("-classpath", classpath, WindowMain.class.getName()));
    command.addAll(List.of(args));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); !"usable".equals(line); line = out.readLine()) {
      if (line == null) {
        throw new IOException("the window went away");
      }
    }
    return new WindowProcess(process, (System.nanoTime() - began) / 1e9);
  }

  double secondsToUsable() {
    return secondsToUsable;
  }

  /** Resident memory now, in MiB. */
  double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }

  /** Lets the window go in its own way, which a training run for the AOT cache needs. */
  @Override
  public void close() throws Exception {
    process.getOutputStream().close();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
