package app.recado.demo.tour;

import app.recado.protocol.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Sits at the desk's mouse and keyboard and looks at its screen; obeys lines of JSON and answers
 * each with one. It knows nothing of the desk but what is on the screen.
 */
final class Robot {
  private final PrintStream answers;
  private final Screen screen = new Screen();

  Robot(PrintStream answers) {
    this.answers = answers;
  }

  /**
   * Obeys until the orders end, or until it is told to leave.
   *
   * @return whether it was told to leave: the desk has then been asked to end by itself
   */
  boolean obey(InputStream orders) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonObject order = Json.read(line, JsonObject.class);
      if (order.get("do").getAsString().equals("leave")) {
        Platform.exit();
        return true;
      }
      JsonObject answer = new JsonObject();
      try {
        answer.add("value", Json.tree(perform(order)));
      } catch (ExecutionException failed) {
        failed.printStackTrace();
        answer.addProperty("error", String.valueOf(failed.getCause()));
      } catch (InterruptedException interrupted) {
        return false;
      }
      answers.println(Json.write(answer));
      answers.flush();
    }
    return false;
  }

  private Object perform(JsonObject order) throws ExecutionException, InterruptedException {
    String selector = text(order, "node");
    String shown = text(order, "text");
    return switch (order.get("do").getAsString()) {
      case "click" -> on(selector, shown, order, node -> click(node, MouseButton.PRIMARY));
      case "menu" -> on(selector, shown, order, node -> click(node, MouseButton.SECONDARY));
      case "hover" -> on(selector, shown, order, Robot::hover);
      case "wheel" ->
          on(selector, "", order, node -> hover(node).mouseWheel(Integer.parseInt(shown)));
      case "see" -> await(() -> screen.find(selector, shown).isPresent() ? "" : null, order);
      case "miss" -> await(() -> screen.find(selector, shown).isEmpty() ? "" : null, order);
      case "texts" -> fx(() -> array(screen.texts(selector)));
      case "type" -> fx(() -> type(shown));
      case "copy" -> fx(() -> copy(Path.of(shown)));
      case "press" -> fx(() -> press(shown));
      case "picture" -> {
        await(() -> screen.hasItsImages() ? "" : null, order);
        yield fx(() -> screen.picture(Path.of(shown)));
      }
      case "size" -> fx(() -> screen.size(shown));
      case "dark" -> fx(() -> screen.dark(Boolean.parseBoolean(shown)));
      default -> throw new ExecutionException(new IllegalArgumentException(order.toString()));
    };
  }

  /** Waits until the node is there, can be used and stands still, then acts on it. */
  private Object on(String selector, String shown, JsonObject order, Consumer<Node> deed)
      throws ExecutionException, InterruptedException {
    AtomicReference<@Nullable Bounds> before = new AtomicReference<>();
    Object node =
        await(
            () -> {
              Node found = screen.find(selector, shown).orElse(null);
              Bounds now = found == null ? null : found.localToScreen(found.getBoundsInLocal());
              boolean still = now != null && now.equals(before.get());
              before.set(now);
              return found != null && now != null && still && isUsable(found, now) ? found : null;
            },
            order);
    // Not while a frame is being made: then nothing heeds the mouse.
    return fx(() -> {
      deed.accept((Node) node);
      return "";
    });
  }

  /** A list may hold a row that lies beyond the window's edge. */
  private static boolean isUsable(Node node, Bounds bounds) {
    Window window = node.getScene().getWindow();
    double x = bounds.getCenterX() - window.getX();
    double y = bounds.getCenterY() - window.getY();
    return !node.isDisabled()
        && x >= 0
        && y >= 0
        && x < window.getWidth()
        && y < window.getHeight();
  }

  private static void click(Node node, MouseButton button) {
    hover(node).mouseClick(button);
  }

  /** The robot whose mouse is there now: without a screen each has a mouse of its own. */
  private static javafx.scene.robot.Robot hover(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    var robot = new javafx.scene.robot.Robot();
    robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
    return robot;
  }

  /** Types into whatever has the focus, one character after the other, accents and all. */
  private Object type(String text) {
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(character ->
            screen
                .focusOwner()
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        character,
                        character,
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false)));
    return "";
  }

  /** Presses keys together, such as {@code CONTROL+K}. */
  private Object press(String keys) {
    List<KeyCode> codes = List.of(keys.split("\\+")).stream().map(KeyCode::valueOf).toList();
    var robot = new javafx.scene.robot.Robot();
    codes.forEach(robot::keyPress);
    codes.reversed().forEach(robot::keyRelease);
    return "";
  }

  /** As a file manager does. */
  private static Object copy(Path file) {
    ClipboardContent content = new ClipboardContent();
    content.putFiles(List.of(file.toFile()));
    Clipboard.getSystemClipboard().setContent(content);
    return "";
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static String text(JsonObject order, String name) {
    return order.has(name) ? order.get(name).getAsString() : "";
  }

  private static Object fx(Supplier<Object> action)
      throws ExecutionException, InterruptedException {
    CompletableFuture<Object> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(action.get());
      } catch (RuntimeException problem) {
        done.completeExceptionally(problem);
      }
    });
    return done.get();
  }

  /** Looks once per frame until the condition gives something; fails after the order's patience. */
  private static Object await(Supplier<@Nullable Object> condition, JsonObject order)
      throws ExecutionException, InterruptedException {
    long patience = order.get("seconds").getAsLong() * 1_000_000_000L;
    CompletableFuture<Object> done = new CompletableFuture<>();
    Platform.runLater(() ->
        new AnimationTimer() {
          private long since;

          @Override
          public void handle(long now) {
            since = since == 0 ? now : since;
            try {
              Object result = condition.get();
              if (result != null) {
                stop();
                done.complete(result);
              } else if (now - since > patience) {
                stop();
                done.completeExceptionally(new IllegalStateException("not within time"));
              }
            } catch (RuntimeException problem) {
              stop();
              done.completeExceptionally(problem);
            }
          }
        }.start());
    return done.get();
  }
}
