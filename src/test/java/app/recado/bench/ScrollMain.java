package app.recado.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.fxmisc.flowless.VirtualFlow;

/**
 * The desk on a profile with one dialog, which it opens. Answers each line of its standard input
 * with a number: {@code scroll}, microseconds of the median step; {@code shift}, pixels.
 */
final class ScrollMain {
  private static final int STEPS = 120;
  private static final double STEP = 60;

  /** The tab of what is mine. */
  private static final int MINE = 1;

  private ScrollMain() {}

  public static void main(String[] args) throws Exception {
    WindowRig.open(Path.of(args[0]));
    WindowRig.choose(MINE, 0);
    Screen.await("the timeline", () -> flow() != null && flow().visibleCells().size() > 3);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = asked.readLine(); line != null; line = asked.readLine()) {
      System.out.println(line.equals("scroll") ? scroll() : shift());
    }
    System.exit(0);
  }

  private static double scroll() throws Exception {
    double[] times = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      times[i] = step(-STEP);
    }
    return Ratios.median(times);
  }

  /**
   * From the scroll to the end of the layout it brings, on the FX thread; pulses not waited for.
   */
  private static double step(double pixels) throws Exception {
    double micros =
        Screen.get(() -> {
          Scene scene = Screen.scene();
          long began = System.nanoTime();
          flow().scrollYBy(pixels);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return (System.nanoTime() - began) / 1e3;
        });
    Screen.frame();
    return micros;
  }

  /**
   * Scrolls up until older messages come in, and looks how far what was in view moved from the
   * frame before to the frame in which they came, but for the scrolling itself: a page that is read
   * quickly comes in the same frame.
   */
  private static double shift() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      Look before = look();
      Screen.get(() -> {
        flow().scrollYBy(-STEP);
        return true;
      });
      double scrolled = STEP;
      for (int frame = 0; frame < 4; frame++) {
        Look after = look();
        if (after.firstVisible > before.firstVisible + 20) {
          return largest(before.places, after.places, scrolled);
        }
        before = after;
        scrolled = 0;
      }
    }
    throw new IllegalStateException("no older messages came");
  }

  /** What stands where once the next frame is laid out. */
  private static Look look() throws Exception {
    CompletableFuture<Look> look = new CompletableFuture<>();
    Screen.get(() -> {
      Screen.afterLayout(
          Screen.scene(), () -> look.complete(new Look(places(), flow().getFirstVisibleIndex())));
      return true;
    });
    return look.get(30, TimeUnit.SECONDS);
  }

  /** Where each row stands, by what it says: nodes are given to other messages all the time. */
  private static Map<String, Double> places() {
    Map<String, Double> places = new HashMap<>();
    flow()
        .visibleCells()
        .forEach(
            cell -> places.put(said(cell.getNode(), new StringBuilder()), place(cell.getNode())));
    return places;
  }

  private static String said(Node node, StringBuilder said) {
    if (node instanceof Text text) {
      said.append(text.getText()).append('\n');
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> said(child, said));
    }
    return said.toString();
  }

  private static double largest(
      Map<String, Double> before, Map<String, Double> after, double scrolled) {
    return before.keySet().stream()
        .filter(after::containsKey)
        .mapToDouble(node ->
            Math.abs(after.getOrDefault(node, 0.0) - before.getOrDefault(node, 0.0) - scrolled))
        .max()
        .orElseThrow();
  }

  private record Look(Map<String, Double> places, int firstVisible) {}

  private static double place(Node node) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    return bounds.getMinY();
  }

  private static VirtualFlow<?, ?> flow() {
    return Screen.shown(Region.class, VirtualFlow.class::isInstance).stream()
        .map(VirtualFlow.class::cast)
        .findFirst()
        .orElse(null);
  }
}
