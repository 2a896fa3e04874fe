package app.recado.demo;

import app.recado.protocol.Ids;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.admin.RunningRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A relay in this program, on a free port of this computer only, with the sample workspace. */
final class DemoRelay implements AutoCloseable {
  private static final long SEED = 1889;

  private final RelayNode relay;
  private final RunningRelay running;
  private final SampleWorkspace workspace;
  private final Crowd crowd;
  private final DemoClock clock;

  private DemoRelay(
      RelayNode relay,
      RunningRelay running,
      SampleWorkspace workspace,
      Crowd crowd,
      DemoClock clock) {
    this.relay = relay;
    this.running = running;
    this.workspace = workspace;
    this.crowd = crowd;
    this.clock = clock;
  }

  /** Opens it in an empty folder. */
  static DemoRelay open(Path folder, InstantSource real, ZoneId zone) throws IOException {
    Files.createDirectories(folder);
    DemoClock clock = new DemoClock(real);
    Instant now = real.instant();
    Ids ids = new Ids(clock, new Random(SEED));
    List<Timetable.Event> events =
        new Timetable(now, zone, new Random(SEED)).of(TalkReader.sample());
    clock.put(events.getFirst().at());
    RelayNode relay =
        RelayNode.open(
            new RelayOptions(folder, null),
            clock,
            new SecureRandom(),
            Thread.ofPlatform().name("relay-", 0).daemon().factory());
    SampleWorkspace workspace = new SampleWorkspace(relay, clock, ids);
    Map<Talk, String> visits = workspace.play(events);
    clock.goLive();
    relay.serve();
    RunningRelay running =
        RunningRelay.start(relay, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Shop.PEOPLE.stream()
        .filter(person -> !person.equals(Shop.ME) && !person.key().equals("otavio"))
        .forEach(person -> workspace.colleague(person).comeOnline());
    Crowd crowd =
        new Crowd(
            relay,
            ids,
            new Random(SEED),
            visits,
            TalkReader.newcomers(),
            channel -> workspace.channel(channel).key());
    return new DemoRelay(relay, running, workspace, crowd, clock);
  }

  int port() {
    return URI.create(address()).getPort();
  }

  String address() {
    return running.address();
  }

  /** Where a customer writes. */
  String chatPage() {
    return address() + "/chat/" + channelKey("loja");
  }

  /** The public key of a channel of {@link Shop}. */
  String channelKey(String channel) {
    return workspace.channel(channel).key();
  }

  /** Lets time go by. */
  void pass(Duration time) {
    clock.pass(time);
  }

  /** Lets the customers go on by themselves. */
  void wakeCustomers() {
    crowd.start();
  }

  @Override
  public void close() {
    crowd.close();
    running.close();
    relay.close();
  }

  /** Throws away what an earlier run left in a folder: its dates are past. */
  static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
