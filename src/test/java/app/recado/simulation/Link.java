package app.recado.simulation;

import java.util.random.RandomGenerator;

/** The way between one machine and the relay. */
final class Link {
  private final RandomGenerator random;
  private Weather weather = Weather.CALM;
  private boolean up = true;

  Link(RandomGenerator random) {
    this.random = random;
  }

  boolean isUp() {
    return up;
  }

  void up(boolean now) {
    up = now;
  }

  void weather(Weather now) {
    weather = now;
  }

  Weather weather() {
    return weather;
  }

  /** What shall become of the next request. */
  Fate fate() {
    Weather w = weather;
    int dice = random.nextInt(100);
    Fate.End end = Fate.End.ANSWERED;
    int edge = w.lost();
    if (dice < edge) {
      end = Fate.End.LOST;
    } else if (dice < (edge += w.cut())) {
      end = Fate.End.CUT;
    } else if (dice < (edge += w.late())) {
      end = Fate.End.LATE;
    } else if (dice < (edge += w.broken())) {
      end = random.nextBoolean() ? Fate.End.BROKEN_BEFORE : Fate.End.BROKEN_AFTER;
    }
    boolean twice = random.nextInt(100) < w.twice();
    long again = twice ? 1 + random.nextInt(90_000) : -1;
    return new Fate(end, way(), way(), again, random.nextInt(3), random.nextBoolean());
  }

  /** How long one direction takes now, in milliseconds. */
  long way() {
    return 1 + random.nextInt(random.nextInt(4) == 0 ? weather.slowest() : 40);
  }
}
