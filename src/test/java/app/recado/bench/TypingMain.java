package app.recado.bench;

import app.recado.client.sync.EngineThread;
import app.recado.protocol.Change;
import app.recado.protocol.Json;
import app.recado.protocol.UserRow;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * Types: {@code desk PROFILE PORT}, into the desk's composer, or {@code bare PROFILE PORT}, into a
 * bare text area while a desk without windows takes the same changes in. Prints one {@link Answer}.
 */
final class TypingMain {
  private static final int KEYS = 250;
  private static final int MINE = 1;

  private TypingMain() {}

  /**
   * All in microseconds.
   *
   * @param idle key to frame p95 at rest
   * @param busy the same while changes come in
   * @param stall the longest time between two turns of the FX thread while changes come in
   */
  record Answer(double idle, double busy, double stall) {}

  static Answer inItsOwnProcess(
      String kind, Path profile, Workspace workspace, List<Change> changes) throws Exception {
    Files.createDirectories(profile);
    // A first dialog to write into is there before; the rest comes when it is asked for.
    try (FixtureRelay relay = new FixtureRelay(workspace.me, changes, 1_000, 1)) {
      relay.hold();
      EngineThread engine = new EngineThread(Executors.defaultThreadFactory());
      try {
        Fixtures.seed(profile, workspace, changes);
        Fixtures.signIn(profile, engine, relay.port());
      } finally {
        engine.close();
      }
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(Jvm.deskFlags());
      command.addAll(
          List.of(
              "-classpath",
              System.getProperty("java.class.path"),
              TypingMain.class.getName(),
              kind,
              profile.toString(),
              Integer.toString(relay.port()),
              Json.write(workspace.me)));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.equals("ready")) {
            relay.release();
          } else if (line.startsWith("{")) {
            return Json.read(line, Answer.class);
          }
        }
        throw new IllegalStateException("the typist went away");
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    boolean desk = args[0].equals("desk");
    TextArea area = desk ? composer(Path.of(args[1])) : bare();
    type(area, KEYS / 4);
    double idle = type(area, KEYS);
    if (!desk) {
      UserRow me = Json.read(args[3], UserRow.class);
      new BenchDesk(Path.of(args[1]), Integer.parseInt(args[2]), "token", me);
    }
    Stall stall = new Stall();
    Thread.ofPlatform().daemon().start(stall);
    System.out.println("ready");
    double busy = type(area, KEYS);
    System.out.println(Json.write(new Answer(idle, busy, stall.longest / 1e3)));
    System.exit(0);
  }

  private static TextArea composer(Path profile) throws Exception {
    WindowRig.open(profile);
    WindowRig.choose(MINE, 0);
    Screen.await("the composer", () -> !composers().isEmpty());
    return Screen.get(() -> composers().getFirst());
  }

  private static List<TextArea> composers() {
    return Screen.shown(TextArea.class, area -> "writing".equals(area.getId()));
  }

  private static TextArea bare() throws Exception {
    Thread.ofPlatform().daemon().start(() -> Application.launch(WindowMain.Empty.class));
    Screen.await("a window", () -> !Screen.shown(ListView.class, list -> true).isEmpty());
    return Screen.get(() -> {
      TextArea area = new TextArea();
      Screen.scene().setRoot(new StackPane(area));
      return area;
    });
  }

  /** The p95 from a key to the end of the next layout, in microseconds. */
  private static double type(TextArea area, int keys) throws Exception {
    double[] times = new double[keys];
    for (int i = 0; i < keys; i++) {
      String letter = i % 6 == 5 ? " " : "a";
      CompletableFuture<Long> framed = new CompletableFuture<>();
      long began = System.nanoTime();
      Platform.runLater(() -> {
        area.requestFocus();
        Event.fireEvent(area, key(letter));
        Screen.afterLayout(area.getScene(), () -> framed.complete(System.nanoTime()));
      });
      times[i] = (framed.get(60, TimeUnit.SECONDS) - began) / 1e3;
    }
    Arrays.sort(times);
    return Ratios.quantile(times, 0.95);
  }

  private static KeyEvent key(String letter) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false);
  }

  /** Asks the FX thread for a turn every other millisecond, and keeps the longest wait. */
  private static final class Stall implements Runnable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private volatile long longest;

    @Override
    public void run() {
      try {
        while (true) {
          long asked = System.nanoTime();
          Screen.get(() -> true);
          longest = Math.max(longest, System.nanoTime() - asked);
          LockSupport.parkNanos(PAUSE);
        }
      } catch (Exception over) {
        // the window has gone
      }
    }
  }
}
