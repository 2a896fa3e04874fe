package app.recado.demo.tour;

import app.recado.protocol.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the tour plays with: the relay as seen over HTTP, the cable to the desk, and the desk.
 *
 * @param folder where everything is written
 * @param bell rings when the relay has news
 * @param channelKey of a channel in which everybody sees every new dialog
 * @param password of everybody in the sample workspace
 * @param pass lets time go by at the relay
 */
record Stage(
    Path folder,
    RelayHttp relay,
    ChangeBell bell,
    Cable cable,
    Ids ids,
    LongSupplier nanos,
    String channelKey,
    String password,
    Consumer<Duration> pass) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Starts the desk, at the near end of the cable. */
  DeskProcess openDesk(String profile) throws IOException {
    DeskProcess desk =
        DeskProcess.start(
            folder, List.of("--relay", "http://127.0.0.1:" + cable.port(), "--profile", profile));
    desk.sees(".root", "", 60);
    desk.size("1440x900");
    return desk;
  }

  SiteVisitor visitor(String page, String name) {
    return SiteVisitor.open(relay, ids, channelKey, page, name);
  }

  /** Looks at each news of the relay until it is so. */
  void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = nanos.getAsLong() + PATIENCE.toNanos();
    bell.silence();
    while (!condition.getAsBoolean()) {
      inTime(what, end);
      bell.await();
    }
  }

  /** Does something over and over until it has led to the goal. */
  void repeat(String what, BooleanSupplier deed) {
    long end = nanos.getAsLong() + PATIENCE.toNanos();
    while (!deed.getAsBoolean()) {
      inTime(what, end);
    }
  }

  private void inTime(String what, long end) {
    if (nanos.getAsLong() > end) {
      throw new TourFailure("not within " + PATIENCE.toSeconds() + " s: " + what);
    }
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new TourFailure(what);
    }
  }

  /** What is there, which must be something. */
  static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new TourFailure("an earlier step did not set the scene");
    }
    return value;
  }
}
