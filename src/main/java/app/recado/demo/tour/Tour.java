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
import java.util.function.Consumer;
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
   * Plays the day against a relay with the sample workspace; pictures and {@code tour.md} go to the
   * folder, which is emptied first.
   *
   * @param channelKey of a channel in which everybody sees every new dialog
   * @param supervisor the e-mail address of somebody who sees everything
   * @param password everybody's
   * @param pass lets time go by at the relay
   * @return whether every step worked
   */
  public static boolean play(
      Path folder,
      int relayPort,
      String channelKey,
      String supervisor,
      String password,
      Consumer<Duration> pass,
      PrintStream console)
      throws IOException, InterruptedException {
    empty(folder);
    Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    try (Cable cable = Cable.to(relayPort);
        RelayHttp relay = new RelayHttp(relayPort)) {
      RemoteColleague colleague =
          RemoteColleague.signIn(relay, ids, InstantSource.system(), supervisor, password);
      Stage stage =
          new Stage(
              folder,
              relay,
              colleague.bell(),
              cable,
              ids,
              System::nanoTime,
              channelKey,
              password,
              pass);
      return new Tour(stage, console).play(new Agent(stage, colleague));
    }
  }

  private boolean play(Agent agent) throws IOException, InterruptedException {
    Report report = new Report(stage.folder());
    try {
      for (Step step : Day.of(agent)) {
        report.next();
        long start = stage.nanos().getAsLong();
        try {
          step.action().perform();
          if (step.picture() != null) {
            photograph(agent.desk(), report.picture(step.picture()));
          }
        } catch (Exception problem) {
          String why = String.valueOf(problem.getMessage());
          report.failed(step, why);
          console.println("tour: failed at “" + step.title() + "”: " + why);
          lastLook(agent, report.picture("failed"));
          return false;
        }
        Duration took = Duration.ofNanos(stage.nanos().getAsLong() - start);
        report.done(step, took);
        console.printf("%5.1f s  %s%n", took.toMillis() / 1000.0, step.title());
      }
      return true;
    } finally {
      agent.end();
    }
  }

  private void photograph(DeskProcess desk, String picture) {
    desk.dark(true);
    desk.picture(file(picture + "-dark"));
    desk.dark(false);
    desk.picture(file(picture + "-light"));
  }

  /** What the screen showed when it failed, if there is still a screen. */
  private void lastLook(Agent agent, String picture) {
    try {
      agent.desk().picture(file(picture));
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
