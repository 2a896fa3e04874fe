package app.recado.client.ui.shell;

import app.recado.client.state.Tab;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.theme.Appearance;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Draws the window as the design's pictures show it, to put beside them: {@code main(FOLDER)}. */
final class Snapshots {
  private final Path folder;

  private Snapshots(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws InterruptedException {
    Snapshots shots = new Snapshots(Path.of(arguments[0]));
    for (Appearance each : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
      shots.take("main", each, Pictures.desk(), 1440, 900, shown -> open(shown, Tab.MINE));
      shots.take("offline", each, Pictures.offline(), 1440, 900, shown -> open(shown, Tab.MINE));
      shots.take(
          "unanswered",
          each,
          Pictures.withNewChat(),
          1440,
          900,
          shown -> open(shown, Tab.UNANSWERED));
      FakeDesk held = Pictures.desk();
      held.held.add(Pictures.heldReply());
      shots.take(
          "attention",
          each,
          held,
          1440,
          900,
          shown -> {
            open(shown, Tab.MINE);
            shown.areas.go(Place.ATTENTION);
          });
      shots.take(
          "settings", each, Pictures.desk(), 1440, 900, shown -> shown.areas.go(Place.SETTINGS));
      shots.take(
          "search",
          each,
          Pictures.desk(),
          1440,
          900,
          shown -> {
            open(shown, Tab.MINE);
            shown.areas.openSearch();
          });
      shots.take(
          "small",
          each,
          Pictures.desk(),
          900,
          600,
          shown -> {
            open(shown, Tab.MINE);
            shown.areas.togglePanel();
          });
      shots.take("empty", each, new FakeDesk(), 1440, 900, shown -> {});
    }
    Fx.run(javafx.application.Platform::exit);
  }

  private static void open(Shown shown, Tab tab) {
    shown.areas.select(tab);
    shown.areas.move(1);
  }

  private void take(
      String name,
      Appearance appearance,
      FakeDesk desk,
      double width,
      double height,
      Consumer<Shown> prepare)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Path png = folder.resolve(name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png");
    Fx.run(() -> {
      Shown shown = new Shown(desk, width, height, appearance);
      prepare.accept(shown);
      PauseTransition settling = new PauseTransition(Duration.millis(500));
      settling.setOnFinished(over -> {
        Fx.snapshot(shown.scene, png);
        shown.close();
        done.countDown();
      });
      settling.play();
    });
    if (!done.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing drawn for " + png);
    }
  }
}
