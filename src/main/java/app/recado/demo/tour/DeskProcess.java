package app.recado.demo.tour;

import app.recado.protocol.Json;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The desk in a process of its own, with a {@link Robot} at it. */
final class DeskProcess {
  private static final int PATIENCE = 20;

  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  private DeskProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader();
    this.orders = process.outputWriter();
  }

  /**
   * Starts the desk as a person would, but for the screen.
   *
   * @param folder where its profile and its words go
   */
  static DeskProcess start(Path folder, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Duser.country=US",
            "-cp",
            System.getProperty("java.class.path"),
            RobotMain.class.getName()));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_DATA_HOME", folder.resolve("desk").toAbsolutePath().toString());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("desk.log").toFile()));
    return new DeskProcess(builder.start());
  }

  void click(String node) {
    click(node, "");
  }

  /** Clicks the first visible node that fits the selector and shows the text. */
  void click(String node, String text) {
    order("click", node, text, PATIENCE);
  }

  /** Opens the context menu there. */
  void menu(String node, String text) {
    order("menu", node, text, PATIENCE);
  }

  void hover(String node, String text) {
    order("hover", node, text, PATIENCE);
  }

  /** Turns the mouse's wheel over it; negative notches go up. */
  void wheel(String node, int notches) {
    order("wheel", node, Integer.toString(notches), PATIENCE);
  }

  /** Puts a file on its clipboard. */
  void copy(Path file) {
    order("copy", "", file.toAbsolutePath().toString(), PATIENCE);
  }

  void type(String text) {
    order("type", "", text, PATIENCE);
  }

  void press(String keys) {
    order("press", "", keys, PATIENCE);
  }

  /** Waits until such a node is on the screen. */
  void sees(String node, String text) {
    order("see", node, text, PATIENCE);
  }

  void sees(String node, String text, int seconds) {
    order("see", node, text, seconds);
  }

  /** Waits until no such node is on the screen. */
  void misses(String node, String text) {
    order("miss", node, text, PATIENCE);
  }

  List<String> texts(String node) {
    return order("texts", node, "", PATIENCE).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  void picture(Path file) {
    order("picture", "", file.toAbsolutePath().toString(), PATIENCE);
  }

  /** Makes its window so large, such as {@code 1440x900}. */
  void size(String size) {
    order("size", "", size, PATIENCE);
  }

  void dark(boolean dark) {
    order("dark", "", Boolean.toString(dark), PATIENCE);
  }

  /** Ends it at once, in the middle of whatever it does: SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  private JsonElement order(String verb, String node, String text, int seconds) {
    JsonObject order = new JsonObject();
    order.addProperty("do", verb);
    order.addProperty("node", node);
    order.addProperty("text", text);
    order.addProperty("seconds", seconds);
    try {
      orders.write(Json.write(order) + "\n");
      orders.flush();
      String line = answers.readLine();
      if (line == null) {
        throw new TourFailure("the desk ended by itself");
      }
      JsonObject answer = Json.read(line, JsonObject.class);
      if (answer.has("error")) {
        throw new TourFailure(
            verb + " " + node + " “" + text + "”: " + answer.get("error").getAsString());
      }
      return answer.get("value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
