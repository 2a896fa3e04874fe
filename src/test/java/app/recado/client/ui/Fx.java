package app.recado.client.ui;

import app.recado.client.ui.theme.Appearance;
import app.recado.client.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The toolkit on JavaFX's headless platform. A test runs what touches nodes through {@link #get} or
 * {@link #run}; what a listener or a frame throws meanwhile, which JavaFX would only report, fails
 * it.
 */
public final class Fx {
  private static final AtomicReference<@Nullable Throwable> UNCAUGHT = new AtomicReference<>();
  private static boolean started;

  private Fx() {}

  /** Starts the toolkit once per JVM. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    CompletableFuture<Void> up = new CompletableFuture<>();
    try {
      Platform.startup(() -> up.complete(null));
    } catch (IllegalStateException alreadyUp) {
      Platform.runLater(() -> up.complete(null));
    }
    up.orTimeout(30, TimeUnit.SECONDS).join();
    Platform.setImplicitExit(false);
    Platform.runLater(() ->
        Thread.currentThread()
            .setUncaughtExceptionHandler((thread, thrown) -> UNCAUGHT.compareAndSet(null, thrown)));
    started = true;
  }

  private static void checkUncaught() {
    Throwable thrown = UNCAUGHT.getAndSet(null);
    if (thrown != null) {
      throw new AssertionError("thrown on the FX thread, and caught by nobody", thrown);
    }
  }

  /** Runs on the FX thread and waits for the answer. */
  public static <T> T get(Supplier<T> action) {
    start();
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(action.get());
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    });
    T value = answer.orTimeout(60, TimeUnit.SECONDS).join();
    checkUncaught();
    return value;
  }

  public static void run(Runnable action) {
    get(() -> {
      action.run();
      return true;
    });
  }

  /** Waits until the toolkit has drawn the next frame. */
  public static void frame() {
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    Platform.runLater(() ->
        new AnimationTimer() {
          private int frames;

          @Override
          public void handle(long now) {
            if (++frames == 2) {
              stop();
              drawn.complete(null);
            }
          }
        }.start());
    drawn.orTimeout(30, TimeUnit.SECONDS).join();
    checkUncaught();
  }

  /** Whether nothing holds on to what was closed; the toolkit may need some frames. */
  public static boolean isLetGoOf(WeakReference<?> closed) {
    for (int tries = 0; tries < 100 && closed.get() != null; tries++) {
      frame();
      System.gc();
    }
    return closed.get() == null;
  }

  /** A dressed scene in no window; laid out once. */
  public static Scene scene(Parent root, double width, double height, Appearance appearance) {
    Scene scene = new Scene(root, width, height);
    new Theme(appearance).dress(scene);
    layOut(root);
    return scene;
  }

  /** Applies styles and lays out until nothing moves. */
  public static void layOut(Parent root) {
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
  }

  /** Writes what a scene shows as a PNG, on the FX thread. */
  public static void snapshot(Scene scene, Path png) {
    WritableImage image = scene.snapshot(null);
    write(image, png);
  }

  public static void snapshot(Node node, Path png) {
    write(node.snapshot(null, null), png);
  }

  private static void write(WritableImage image, Path png) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(png.toAbsolutePath().getParent());
      ImageIO.write(picture, "png", png.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
