package app.recado.simulation;

import app.recado.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A workspace, its people, their computers and their customers; what they do, and what befalls
 * them, is drawn from one seed.
 */
final class World implements AutoCloseable {
  private static final Duration BOUND = Duration.ofMinutes(15);

  private final VirtualTime time = new VirtualTime();
  private final Trace trace = new Trace(time);
  private final Witness witness = new Witness();
  private final RandomGenerator random;
  private final SplittableRandom seeds;
  private final Workspace workspace;
  private final Path root;
  private final RelayHost relay;
  private final List<DeskHost> desks = new ArrayList<>();
  private final List<CustomerHost> customers = new ArrayList<>();
  private final List<PhoneHost> phones = new ArrayList<>();

  World(long seed, Workspace workspace, Path root) {
    this.seeds = new SplittableRandom(seed);
    this.random = seeds.split();
    this.workspace = workspace;
    this.root = root;
    Disk disk = new Disk(root.resolve("relay"), seeds.split());
    disk.format(workspace.relayData());
    relay = new RelayHost(time, trace, seeds.split(), witness, disk, Engines::relay);
    witness.reckonWith(this::maySee);
    relay.start();
    people();
    phones();
    website();
  }

  private boolean maySee(app.recado.protocol.UserId user, com.google.gson.JsonObject change) {
    return relay.books().maySee(user, change);
  }

  private void people() {
    int agents = 2 + random.nextInt(workspace.seats().size() - 2);
    for (Workspace.Seat seat : workspace.seats().subList(0, agents + 1)) {
      witness.signedIn(seat.token(), seat.user());
      Disk disk = new Disk(root.resolve(seat.name()), seeds.split());
      disk.format();
      DeskHost desk =
          new DeskHost(
              seat.name(),
              seat.user(),
              new Link(seeds.split()),
              disk,
              relay,
              time,
              trace,
              seeds.split(),
              witness,
              (profile, api, files, machine, chance) ->
                  Engines.desk(profile, api, files, machine, chance, seat.account()));
      desks.add(desk);
      desk.start();
    }
  }

  private void phones() {
    for (Workspace.Seat seat : workspace.phones()) {
      witness.signedIn(seat.token(), seat.user());
      phones.add(
          new PhoneHost(seat, relay, new Link(seeds.split()), time, trace, seeds.split(), witness));
    }
  }

  private void website() {
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String key = workspace.channelKeys().get(random.nextInt(workspace.channelKeys().size()));
      customers.add(
          new CustomerHost(
              "customer" + i,
              key,
              relay,
              new Link(seeds.split()),
              time,
              trace,
              seeds.split(),
              witness));
    }
  }

  /** Lives for a while, then heals, comes to rest, and is checked. */
  void live(int actions) {
    time.run(Duration.ofSeconds(2));
    Chance chance =
        new Chance(random, time, trace, relay, desks, customers, phones, workspace, witness);
    chance.begin();
    customers.forEach(CustomerHost::write);
    for (int i = 0; i < actions; i++) {
      chance.act();
      time.run(Duration.ofMillis(pause()));
      witness.speak();
    }
    chance.heal();
    rest();
    witness.speak();
    witness.lookAfter(relay.books());
    new Reckoning(time, relay.books(), witness, desks).check();
  }

  private long pause() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> random.nextInt(50);
      case 2, 3 -> random.nextInt(800);
      case 4 -> random.nextInt(5_000);
      default -> random.nextInt(random.nextInt(4) == 0 ? 40_000 : 5_000);
    };
  }

  /** Lets everything that waits be done, in bounded time. */
  private void rest() {
    long until = time.nanos() + BOUND.toNanos();
    time.run(Duration.ofMinutes(2));
    // an offer may run out and somebody go away at any time: what is compared must have arrived
    List<List<String>> before;
    do {
      if (time.nanos() > until) {
        throw new Violation(5, "fifteen minutes after the network healed: " + busy());
      }
      before = lastChange();
      desks.forEach(desk -> desk.mindFiles(true));
      time.run(Duration.ofSeconds(20));
    } while (!isQuiet() || !lastChange().equals(before));
  }

  private List<List<String>> lastChange() {
    return relay.books().read("SELECT MAX(seq) FROM change");
  }

  private boolean isQuiet() {
    return busy().isEmpty();
  }

  private List<String> busy() {
    List<String> busy = new ArrayList<>();
    for (DeskHost desk : desks) {
      for (List<String> entry : desk.books().outbox()) {
        if (!entry.get(1).equals("HELD") && !entry.get(1).equals("REJECTED")) {
          busy.add(desk.name() + " " + entry);
        }
      }
    }
    for (CustomerHost customer : customers) {
      if (!customer.isDone()) {
        busy.add("a customer still writes");
      }
    }
    for (PhoneHost phone : phones) {
      if (!phone.isDone()) {
        busy.add("a phone still asks");
      }
    }
    return busy;
  }

  Trace trace() {
    return trace;
  }

  /** What desks asked for and the relay did, counted by type. */
  Map<String, Integer> done() {
    Map<String, Integer> types = new TreeMap<>();
    for (Sent command : witness.sent()) {
      if (command.is("applied") && desks.stream().anyMatch(d -> d.name().equals(command.desk))) {
        types.merge(command.type(), 1, Integer::sum);
      }
    }
    return types;
  }

  @Override
  public void close() {
    desks.forEach(DeskHost::stop);
    relay.stop();
    Folders.delete(root);
  }
}
