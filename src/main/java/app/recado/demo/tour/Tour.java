package app.recado.demo.tour;

import app.recado.protocol.Ids;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/** Plays the steps one after the other, and stops at the first that does not work. */
public final class Tour {
  private final Stage stage;
  private final PrintStream console;

  private Tour(Stage stage, PrintStream console) {
    this.stage = stage;
    this.console = console;
  }

  /**
   * Plays the main job against a relay with the sample workspace; pictures and {@code tour.md} go
   * to the folder, which is emptied first.
   *
   * @param channelKey of a channel in which everybody sees every new dialog
   * @param supervisor the e-mail address of somebody who sees everything
   * @param password everybody's
   * @return whether every step worked
   */
  public static boolean play(
      Path folder,
      int relayPort,
      String channelKey,
      String supervisor,
      String password,
      PrintStream console)
      throws IOException, InterruptedException {
    empty(folder);
    Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    try (Cable cable = Cable.to(relayPort);
        RelayHttp relay = new RelayHttp(relayPort)) {
      RemoteColleague colleague =
          RemoteColleague.signIn(relay, ids, InstantSource.system(), supervisor, password);
      Stage stage =
          new Stage(folder, relay, colleague.bell(), cable, ids, System::nanoTime, password);
      MainJob job = new MainJob(stage, channelKey, colleague);
      return new Tour(stage, console).play(job);
    }
  }

  private boolean play(MainJob job) throws IOException, InterruptedException {
    Report report = new Report(stage.folder());
    try {
      for (Step step : job.steps()) {
        String picture = report.next(step);
        long start = stage.nanos().getAsLong();
        try {
          step.action().perform();
          photograph(job.desk(), picture);
        } catch (Exception problem) {
          String why = String.valueOf(problem.getMessage());
          report.failed(step, why);
          console.println("tour: failed at “" + step.title() + "”: " + why);
          lastLook(job, picture);
          return false;
        }
        Duration took = Duration.ofNanos(stage.nanos().getAsLong() - start);
        report.done(step, picture, took);
        console.printf("%5.1f s  %s%n", took.toMillis() / 1000.0, step.title());
      }
      return true;
    } finally {
      job.end();
    }
  }

  private void photograph(DeskProcess desk, String picture) {
    desk.dark(true);
    desk.picture(file(picture + "-dark"));
    desk.dark(false);
    desk.picture(file(picture + "-light"));
  }

  /** What the screen showed when it failed, if there is still a screen. */
  private void lastLook(MainJob job, String picture) {
    try {
      job.desk().picture(file(picture + "-failed"));
    } catch (RuntimeException gone) {
      console.println("tour: no picture of it: " + gone.getMessage());
    }
  }

  private Path file(String name) {
    return stage.folder().resolve(name + ".png");
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }
}
