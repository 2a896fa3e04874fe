package app.recado.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/** What is on screen, asked from another thread than JavaFX's. */
final class Screen {
  private static final long PATIENCE_SECONDS = 120;

  private Screen() {}

  /** Runs something on the FX thread and waits for it. */
  static <T> T get(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.call());
      } catch (Exception | AssertionError e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until the toolkit runs and something is so; asks a hundred times a second. */
  static void await(String what, Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < until) {
      try {
        if (get(condition)) {
          return;
        }
      } catch (IllegalStateException notYetRunning) {
        // the toolkit is still starting
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    throw new TimeoutException(what);
  }

  /** Returns after the next frame was laid out. FX thread not needed. */
  static void frame() throws Exception {
    CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
    get(() -> {
      afterLayout(scene(), () -> laidOut.complete(true));
      return true;
    });
    laidOut.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** On the FX thread: runs something once, right after the next layout. */
  static void afterLayout(Scene scene, Runnable action) {
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          scene.removePostLayoutPulseListener(once[0]);
          action.run();
        };
    scene.addPostLayoutPulseListener(once[0]);
    Platform.requestNextPulse();
  }

  /** On the FX thread: the one window's scene. */
  static Scene scene() {
    return Window.getWindows().getFirst().getScene();
  }

  /** On the FX thread: every node of that kind that is shown. */
  static <T extends Node> List<T> shown(Class<T> type, Predicate<T> which) {
    List<T> found = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window.getScene() != null) {
        collect(window.getScene().getRoot(), type, which, found);
      }
    }
    return found;
  }

  private static <T extends Node> void collect(
      Node node, Class<T> type, Predicate<T> which, List<T> found) {
    if (!node.isVisible()) {
      return;
    }
    if (type.isInstance(node) && which.test(type.cast(node))) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, which, found));
    }
  }
}
