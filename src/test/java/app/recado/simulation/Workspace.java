package app.recado.simulation;

import app.recado.client.sync.Account;
import app.recado.protocol.ChannelPatch;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Ids;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.relay.Relay;
import app.recado.relay.Settings;
import app.recado.relay.channel.ChannelSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with its people signed in and its channels, made once and copied for each run: agents
 * and leaders, the first of them on two computers, some with a phone too, an administrator with
 * nothing else, an agent with neither, who can be disabled, and a channel of each mode.
 *
 * @param emails of those who can be put into queues at any time
 * @param relayData the relay's files
 */
record Workspace(
    Path relayData,
    List<Seat> seats,
    List<Seat> phones,
    List<String> channelKeys,
    List<String> emails) {
  private static final String PASSWORD = "correct horse battery staple";

  /** A computer at which somebody is signed in. */
  record Seat(String name, Account account) {
    UserId user() {
      return account.me().id();
    }

    String token() {
      return account.token();
    }
  }

  static Workspace build(Path folder) {
    VirtualTime time = new VirtualTime();
    SplittableRandom random = new SplittableRandom(1);
    Disk disk = new Disk(folder.resolve("relay"), random.split());
    Machine machine = new Machine(time, disk, Duration.ofMinutes(-10), () -> {});
    Ids ids = new Ids(machine, random.split());
    List<Seat> seats = new ArrayList<>();
    List<Seat> phones = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    Map<String, UserRow> people = new LinkedHashMap<>();
    Relay relay = Engines.relay(disk.path(), machine, random.split());
    try {
      for (String name : List.of("ana", "bia", "caio", "davi", "eva", "fay", "gil")) {
        Role role =
            switch (name) {
              case "eva" -> Role.SUPERVISOR;
              case "fay" -> Role.ADMIN;
              default -> Role.AGENT;
            };
        String email = name + "@example.com";
        people.put(email, relay.accounts().add(email, name, role, PASSWORD));
      }
      List<String> agents = List.copyOf(people.keySet()).subList(0, 4);
      List<String> withGil = new ArrayList<>(agents);
      withGil.add("gil@example.com");
      keys.add(relay.channels().add("loja", QueueMode.EVENLY, withGil).key());
      keys.add(relay.channels().add("obras", QueueMode.STRICTLY, agents.subList(0, 3)).key());
      keys.add(relay.channels().add("entregas", QueueMode.ALL, agents.subList(1, 4)).key());
      for (String seat :
          List.of(
              "ana",
              "ana-home",
              "bia",
              "eva",
              "caio",
              "davi",
              "ana-phone",
              "eva-phone",
              "fay-phone")) {
        String email = seat.replaceFirst("-.*", "") + "@example.com";
        SignIn.Response signedIn =
            relay
                .accounts()
                .signIn(
                    new SignIn.Request(
                        email, PASSWORD, new SignIn.Device(new DeviceId(ids.next()), seat)),
                    "127.0.0.1");
        (seat.endsWith("-phone") ? phones : seats)
            .add(new Seat(seat, new Account(signedIn.token(), signedIn.user())));
      }
    } finally {
      relay.close();
    }
    List<String> emails = List.copyOf(people.keySet()).subList(0, 6);
    return new Workspace(disk.path(), seats, phones, keys, emails);
  }

  /** Who has no desk: one that is wiped loses what it had not sent. Null if there is nobody. */
  static @Nullable UserRow dispensable(List<UserRow> people) {
    return people.stream()
        .filter(person -> person.email().startsWith("gil"))
        .findFirst()
        .orElse(null);
  }

  /** Another name for a channel, and another time within which it is to be answered. */
  static ChannelPatch named(String name, int seconds) {
    return new ChannelPatch(
        name, null, null, null, null, null, null, null, null, null, null, null, null, seconds, null,
        List.of());
  }

  /** The same settings with other people in the queue. */
  static ChannelSettings withAgents(ChannelSettings settings, List<String> agents) {
    Settings changed = new Settings(settings);
    changed.agents = agents;
    return changed.build();
  }
}
