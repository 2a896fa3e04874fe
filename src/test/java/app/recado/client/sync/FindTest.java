package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.state.Found;
import app.recado.client.state.Tab;
import app.recado.protocol.Change;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindTest {
  private static final DialogId OLD = new DialogId("d-old");

  @TempDir Path folder;
  private DeskWorld world;
  private final List<Found> found = new ArrayList<>();

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.NEW, null);
  }

  private void find(DialogId dialog) {
    world.desk.find(dialog, found::add);
  }

  @Test
  void oneThatIsHereNeedsNoRelay() {
    world.time.settle();
    world.desk.workOffline(true);
    find(Example.DIALOG);
    world.time.settle();
    assertThat(found).containsExactly(Found.HERE);
  }

  @Test
  void oneThatIsNotIsFetchedAndStaysAfterARestart() {
    world.relay.single = new Change.Put(Example.dialog(OLD, SessionStatus.CLOSED, Example.ME), 1);
    world.time.settle();
    find(OLD);
    world.time.settle();
    assertThat(found).containsExactly(Found.HERE);
    assertThat(world.list(Tab.CLOSED)).containsExactly(OLD);
    assertThat(world.desk.inbox().list(Tab.CLOSED).getFirst().customer().name())
        .isEqualTo("Marina Rocha");
    world.restart();
    assertThat(world.list(Tab.CLOSED)).containsExactly(OLD);
  }

  @Test
  void atTheStartItWaitsForTheRelay() {
    world.relay.single = new Change.Put(Example.dialog(OLD, SessionStatus.CLOSED, Example.ME), 1);
    find(OLD);
    world.time.settle();
    assertThat(found).containsExactly(Found.HERE);
  }

  @Test
  void oneThatTheRelayDoesNotShowIsNowhere() {
    world.time.settle();
    find(OLD);
    world.time.settle();
    assertThat(found).containsExactly(Found.NOWHERE);
  }

  @Test
  void withoutANetworkItIsNotCached() {
    world.time.settle();
    world.desk.workOffline(true);
    find(OLD);
    world.time.settle();
    assertThat(found).containsExactly(Found.NOT_CACHED);
  }

  @Test
  void aStartWithoutANetworkSaysSoToo() {
    world.relay.syncFailures.add(new ApiException.Unreachable("cut", new IOException("cut")));
    find(OLD);
    world.time.settle();
    assertThat(found).containsExactly(Found.NOT_CACHED);
  }
}
