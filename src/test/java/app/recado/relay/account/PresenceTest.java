package app.recado.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Availability;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.QueueMode;
import app.recado.relay.RelayWorld;
import app.recado.relay.dialog.Changes;
import app.recado.relay.store.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is away by itself: by all of one's devices that are there, and never against a choice. */
@ParameterizedClass
@EnumSource(Dialect.class)
class PresenceTest {
  @TempDir private Path folder;
  private RelayWorld world;
  private Caller office;
  private Caller home;

  @Parameter private Dialect dialect;

  @BeforeEach
  void signIn() {
    world = new RelayWorld(dialect, folder);
    office = world.agent("ana");
    home = world.signIn("ana", "home");
    connect(office);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whoTouchesNoDeviceIsAwayUntilOneIsTouched() {
    quiet();
    idle(office, true);
    assertAvailable(Availability.AWAY);
    idle(office, false);
    assertAvailable(Availability.ONLINE);
  }

  @Test
  void oneDeviceInUseIsEnough() {
    connect(home);
    idle(office, true);
    assertAvailable(Availability.ONLINE);
    idle(home, true);
    assertAvailable(Availability.AWAY);
    idle(office, false);
    assertAvailable(Availability.ONLINE);
  }

  @Test
  void anIdleDeviceAloneRemainsWhenTheOneInUseGoes() {
    connect(home);
    idle(office, true);
    world.relay.accounts().disconnected(home);
    later(Duration.ofSeconds(46));
    assertAvailable(Availability.AWAY);
  }

  @Test
  void whatWasChosenStands() {
    quiet();
    choose(office, Availability.PAUSE);
    idle(office, true);
    assertAvailable(Availability.PAUSE);
    idle(office, false);
    assertAvailable(Availability.PAUSE);
    choose(office, Availability.AWAY);
    idle(office, false);
    assertAvailable(Availability.AWAY);
  }

  @Test
  void toChooseIsToUseTheDevice() {
    quiet();
    idle(office, true);
    choose(office, Availability.ONLINE);
    assertAvailable(Availability.ONLINE);
  }

  @Test
  void signingInAgainIsToUseTheDevice() {
    quiet();
    idle(office, true);
    world.signIn("ana", office.device().value());
    assertAvailable(Availability.ONLINE);
  }

  @Test
  void whoIsGoneIsOfflineHoweverIdle() {
    quiet();
    idle(office, true);
    world.relay.accounts().disconnected(office);
    later(Duration.ofSeconds(46));
    assertAvailable(Availability.OFFLINE);
    connect(office);
    assertAvailable(Availability.AWAY);
  }

  @Test
  void onlyComingGoingAndChoosingIsTold() throws Exception {
    List<PresenceEvent> told = new ArrayList<>();
    Changes.Follower follower =
        world
            .relay
            .changes()
            .follow(office, world.relay.changes().read(office, null, 100).cursor());
    try (AutoCloseable subscription = world.relay.signals().onPresence(told::add)) {
      quiet();
      idle(office, true);
      idle(office, false);
      follower.next(100);
      told.clear(); // nobody had read before, so that all of it was news
      ChannelRow shop = world.channel("Shop", QueueMode.ALL, "ana");
      DialogId dialog = world.write(world.visitor(shop), "Hello");
      world.apply(office, world.command(dialog, null, new Intent.AcceptDialog()));
      follower.next(100);
      assertThat(told).as("another count of open dialogs is no news").isEmpty();
      idle(office, true);
      follower.next(100);
      choose(office, Availability.PAUSE);
      world.relay.accounts().signOut(office);
      follower.next(100);
      assertThat(told)
          .extracting(PresenceEvent::availability)
          .containsExactly(Availability.AWAY, Availability.OFFLINE);
    }
  }

  /** The device that was only signed in at is no longer there. */
  private void quiet() {
    later(Duration.ofSeconds(121));
    assertAvailable(Availability.ONLINE);
  }

  private void later(Duration time) {
    world.clock.advance(time);
    world.relay.tick();
  }

  private void connect(Caller caller) {
    world.relay.accounts().connected(caller);
  }

  private void idle(Caller caller, boolean idle) {
    world.apply(caller, world.command(null, null, new Intent.SetIdle(idle)));
  }

  private void choose(Caller caller, Availability chosen) {
    world.apply(caller, world.command(null, null, new Intent.SetAvailability(chosen)));
  }

  private void assertAvailable(Availability expected) {
    assertThat(
            world.relay.accounts().all().stream()
                .filter(user -> user.id().equals(office.user()))
                .map(user -> user.availability()))
        .containsExactly(expected);
  }
}
