package app.recado.client.platform.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A real session bus of a test's own, and programs on it; all ended with it. */
public final class PrivateSession implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final Path folder;
  private final Deque<Process> programs = new ArrayDeque<>();
  private final List<DBusConnection> connections = new ArrayList<>();
  private final String bus;

  public PrivateSession(Path folder) throws IOException {
    this.folder = folder;
    bus =
        firstLine(
            start(
                List.of(
                    "dbus-daemon",
                    "--session",
                    "--nofork",
                    "--print-address",
                    "--address=unix:path=" + folder.resolve("bus"))));
  }

  public String bus() {
    return bus;
  }

  /** A connection beside the desk's. */
  public DBusConnection connect() throws DBusException {
    DBusConnection made = DBusConnectionBuilder.forAddress(bus).withShared(false).build();
    connections.add(made);
    return made;
  }

  /** A screen without a monitor; its number with a colon before it. */
  public String screen() throws IOException {
    return ":"
        + firstLine(
            start(
                List.of(
                    "Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp")));
  }

  /** A program on this bus and screen. */
  public Process start(String screen, List<String> command) throws IOException {
    ProcessBuilder builder = builder(command);
    builder.environment().put("DBUS_SESSION_BUS_ADDRESS", bus);
    builder.environment().put("DISPLAY", screen);
    Process process = builder.start();
    programs.push(process);
    return process;
  }

  /** What a program says on this bus before it ends. */
  public String ask(String... command) throws IOException {
    Process asked = start("", List.of(command));
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /** Waits until something is so. */
  public static void await(BooleanSupplier so) throws InterruptedException {
    Semaphore never = new Semaphore(0);
    for (int i = 0; i < PATIENCE_SECONDS * 50 && !so.getAsBoolean(); i++) {
      if (never.tryAcquire(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody releases it");
      }
    }
    if (!so.getAsBoolean()) {
      throw new AssertionError("not within " + PATIENCE_SECONDS + " seconds");
    }
  }

  private Process start(List<String> command) throws IOException {
    Process process = builder(command).start();
    programs.push(process);
    return process;
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder;
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("it ended without a word");
    }
    return line;
  }

  @Override
  public void close() {
    connections.forEach(DBusConnection::disconnect);
    while (!programs.isEmpty()) {
      Process process = programs.pop();
      process.destroy();
      try {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
