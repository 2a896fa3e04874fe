package app.recado.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Availability;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.RowKind;
import app.recado.protocol.SignIn;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.dialog.Changes;
import app.recado.relay.live.Signals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of one relay on one PostgreSQL. */
class TwoNodesTest {

  private static final int WRITERS = 16;
  private static final int MESSAGES = 25;

  @TempDir Path folder;

  private final InstantSource clock = InstantSource.system();
  private final Ids ids = new Ids(clock, new SecureRandom());

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void whatPassesOnOneNodeIsHeardOnTheOtherOnceAndBeforeAnythingIsStored() throws Exception {
    String url = TestDatabases.postgresUrl();
    try (RelayNode here = open(url);
        RelayNode there = open(url)) {
      here.accounts().add("ana@example.org", "Ana", Role.ADMIN, "secret-ana");
      ChannelRow channel = here.channels().add("Shop", QueueMode.ALL, List.of("ana@example.org"));
      Caller ana = signIn(here, "desk");
      Visits.Visitor visitor =
          here.visits().authenticate(here.visits().open(channel.key(), null, null, null).token());
      here.visits().post(visitor, ids.next(), "Hello");
      BlockingQueue<Signals.Heard> heardHere = new LinkedBlockingQueue<>();
      BlockingQueue<Signals.Heard> heardThere = new LinkedBlockingQueue<>();
      try (AutoCloseable one = here.signals().onSignal(heardHere::add);
          AutoCloseable two = there.signals().onSignal(heardThere::add)) {
        // a node that has only just begun to listen may miss the first
        Signals.Heard first = null;
        for (int i = 0; first == null && i < 20; i++) {
          here.signals().typing(visitor);
          first = heardThere.poll(1, TimeUnit.SECONDS);
        }
        assertThat(first).isNotNull();
        assertThat(first.signal().dialog().value()).isEqualTo(visitor.dialog());
        assertThat(first.concerns().test(ana.user())).isTrue();
        assertThat(first.customerToo()).isFalse();
        heardHere.clear();
        there.signals().tell(ana, new DialogId(visitor.dialog()), Signal.Doing.VIEWING);
        Signals.Heard second = heardHere.poll(20, TimeUnit.SECONDS);
        assertThat(second).isNotNull();
        assertThat(second.signal().doing()).isEqualTo(Signal.Doing.VIEWING);
        assertThat(second.concerns().test(ana.user())).as("not to whom it is about").isFalse();
        assertThat(heardHere.poll(300, TimeUnit.MILLISECONDS)).as("told once").isNull();
      }
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void whoComesAndGoesOnOneNodeIsToldOnTheOtherOnceAndInOrder() throws Exception {
    String url = TestDatabases.postgresUrl();
    try (RelayNode here = open(url);
        RelayNode there = open(url)) {
      here.accounts().add("ana@example.org", "Ana", Role.ADMIN, "secret-ana");
      Caller ana = signIn(here, "desk");
      Semaphore news = new Semaphore(0);
      List<PresenceEvent> told = new ArrayList<>();
      Changes.Follower follower =
          there.changes().follow(ana, there.changes().read(ana, null, 1_000).cursor());
      try (AutoCloseable presence = there.signals().onPresence(told::add);
          AutoCloseable commits = there.changes().onCommit(news::release)) {
        List<Availability> chosen =
            List.of(Availability.PAUSE, Availability.AWAY, Availability.ONLINE);
        for (Availability availability : chosen) {
          int before = told.size();
          Command command =
              Command.of(
                  new CommandId(ids.next()),
                  null,
                  null,
                  List.of(),
                  new Intent.SetAvailability(availability),
                  clock.instant());
          here.commands().apply(ana, List.of(command));
          while (told.size() == before) {
            if (follower.next(100) == null) {
              news.tryAcquire(1, TimeUnit.SECONDS);
            }
          }
        }
        assertThat(told).extracting(PresenceEvent::availability).isEqualTo(chosen);
        assertThat(told).extracting(PresenceEvent::user).containsOnly(ana.user());
        assertThat(told).extracting(PresenceEvent::seq).isSorted().doesNotHaveDuplicates();
      }
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void whoFollowsOneNodeMissesNothingThatSixteenWriteOnTheOther() throws Exception {
    String url = TestDatabases.postgresUrl();
    try (RelayNode here = open(url);
        RelayNode there = open(url);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      here.accounts().add("ana@example.org", "Ana", Role.ADMIN, "secret-ana");
      ChannelRow channel = here.channels().add("Shop", QueueMode.ALL, List.of("ana@example.org"));
      Caller writer = signIn(here, "writer");
      Caller reader = signIn(there, "reader");
      List<DialogId> dialogs = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Visits.Visitor visitor =
            here.visits().authenticate(here.visits().open(channel.key(), null, null, null).token());
        here.visits().post(visitor, ids.next(), "Hello " + i);
        dialogs.add(new DialogId(visitor.dialog()));
      }
      Semaphore news = new Semaphore(0);
      String start = there.changes().read(reader, null, 1_000).cursor();
      Changes.Follower follower = there.changes().follow(reader, start);
      List<Future<Set<String>>> sent = new ArrayList<>();
      try (AutoCloseable subscription = there.changes().onCommit(news::release)) {
        for (DialogId dialog : dialogs) {
          sent.add(pool.submit(() -> send(here, writer, dialog)));
        }
        Set<String> expected = new HashSet<>();
        for (Future<Set<String>> one : sent) {
          expected.addAll(one.get());
        }
        Set<String> seen = new HashSet<>();
        long last = 0;
        while (!seen.containsAll(expected)) {
          Changes.Batch batch = follower.next(100);
          if (batch == null) {
            news.tryAcquire(50, TimeUnit.MILLISECONDS);
            continue;
          }
          for (Change change :
              SyncPage.fromJson(new String(batch.json(), StandardCharsets.UTF_8)).changes()) {
            assertThat(change.seq()).isGreaterThan(last);
            last = change.seq();
            if (change.kind() == RowKind.MESSAGE) {
              seen.add(change.id());
            }
          }
        }
        assertThat(expected).hasSize(WRITERS * MESSAGES);
      }
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void ofTwoNodesOneSendsWhatWasScheduled() throws Exception {
    String url = TestDatabases.postgresUrl();
    try (RelayNode here = open(url);
        RelayNode there = open(url);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      here.accounts().add("ana@example.org", "Ana", Role.ADMIN, "secret-ana");
      ChannelRow channel = here.channels().add("Shop", QueueMode.ALL, List.of("ana@example.org"));
      Caller ana = signIn(here, "desk");
      Visits.Visitor visitor =
          here.visits().authenticate(here.visits().open(channel.key(), null, null, null).token());
      here.visits().post(visitor, ids.next(), "Hello");
      DialogId dialog = new DialogId(visitor.dialog());
      apply(here, ana, dialog, new Intent.AcceptDialog());
      for (int i = 0; i < MESSAGES; i++) {
        apply(
            here,
            ana,
            dialog,
            new Intent.ScheduleMessage("Later " + i, null, List.of(), clock.instant()));
      }
      List<Future<?>> ticking = new ArrayList<>();
      for (RelayNode node : List.of(here, there, here, there)) {
        ticking.add(pool.submit(node::tick));
      }
      for (Future<?> one : ticking) {
        one.get();
      }
      List<String> sent =
          here.history().messages(ana, dialog, null, 200).messages().stream()
              .map(entry -> entry.message().text())
              .filter(text -> text.startsWith("Later"))
              .toList();
      assertThat(sent).hasSize(MESSAGES).doesNotHaveDuplicates();
    }
  }

  private void apply(RelayNode node, Caller caller, DialogId dialog, Intent intent) {
    Command command =
        Command.of(new CommandId(ids.next()), dialog, null, List.of(), intent, clock.instant());
    assertThat(node.commands().apply(caller, List.of(command)).getFirst().outcome())
        .isEqualTo(OutcomeKind.APPLIED);
  }

  private Set<String> send(RelayNode node, Caller caller, DialogId dialog) {
    Set<String> sent = new HashSet<>();
    for (int i = 0; i < MESSAGES; i++) {
      Command command =
          Command.of(
              new CommandId(ids.next()),
              dialog,
              null,
              List.of(),
              RelayWorld.whisper("note " + i),
              clock.instant());
      Outcome outcome = node.commands().apply(caller, List.of(command)).getFirst();
      assertThat(outcome.outcome()).isEqualTo(OutcomeKind.APPLIED);
      sent.add(command.id().value());
    }
    return sent;
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void ofManyWhoAcceptOnBothNodesOneWins() throws Exception {
    String url = TestDatabases.postgresUrl();
    try (RelayNode here = open(url);
        RelayNode there = open(url);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> emails = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        emails.add("agent" + i + "@example.org");
        here.accounts().add(emails.get(i), "Agent " + i, Role.AGENT, "secret-ana");
      }
      ChannelRow channel = here.channels().add("Shop", QueueMode.ALL, emails);
      Visits.Visitor visitor =
          here.visits().authenticate(here.visits().open(channel.key(), null, null, null).token());
      here.visits().post(visitor, ids.next(), "Hello");
      DialogId dialog = new DialogId(visitor.dialog());
      List<Future<Outcome>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RelayNode node = i % 2 == 0 ? here : there;
        Caller caller = signIn(node, emails.get(i), "desk" + i);
        tries.add(
            pool.submit(() ->
                node.commands()
                    .apply(
                        caller,
                        List.of(
                            Command.of(
                                new CommandId(ids.next()),
                                dialog,
                                null,
                                List.of(),
                                new Intent.AcceptDialog(),
                                clock.instant())))
                    .getFirst()));
      }
      List<OutcomeKind> outcomes = new ArrayList<>();
      for (Future<Outcome> one : tries) {
        outcomes.add(one.get().outcome());
      }
      assertThat(outcomes).containsOnlyOnce(OutcomeKind.APPLIED);
    }
  }

  private RelayNode open(String url) {
    return RelayNode.open(
        new RelayOptions(folder, url),
        clock,
        new SecureRandom(),
        Thread.ofPlatform().daemon().name("node-", 0).factory());
  }

  private Caller signIn(RelayNode node, String device) {
    return signIn(node, "ana@example.org", device);
  }

  private Caller signIn(RelayNode node, String email, String device) {
    SignIn.Response response =
        node.accounts()
            .signIn(
                new SignIn.Request(
                    email, "secret-ana", new SignIn.Device(new DeviceId(device), device)),
                "127.0.0.1");
    return node.accounts().authenticate(response.token());
  }
}
