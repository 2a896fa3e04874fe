package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Availability;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is there, as told at once and as the rows say. */
class ColleaguesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void connect() {
    world = new DeskWorld(folder);
    world.time.settle();
    Objects.requireNonNull(world.relay.stream).opened();
    world.time.settle();
  }

  @Test
  void whoGoesIsShownBeforeTheRowSaysIt() {
    heard(Example.PAULA, Availability.AWAY, 50);
    assertThat(paula().availability()).isEqualTo(Availability.AWAY);
    assertThat(paula().availableSince()).isEqualTo(NOON);
    assertThat(paula().name()).isEqualTo("Paula Reis");
  }

  @Test
  void theRowIsWhatHolds() {
    heard(Example.PAULA, Availability.AWAY, 5);
    world.relay.put(row(Availability.PAUSE));
    world.relay.push();
    world.time.settle();
    assertThat(paula().availability()).isEqualTo(Availability.PAUSE);
    heard(Example.PAULA, Availability.AWAY, 5);
    assertThat(paula().availability()).as("what is old is not news").isEqualTo(Availability.PAUSE);
  }

  @Test
  void otherRowsDoNotTakeItBack() {
    heard(Example.PAULA, Availability.AWAY, 50);
    world.relay.put(Example.user(new UserId("u9"), "Rita Sá"));
    world.relay.push();
    world.time.settle();
    assertThat(world.desk.people()).hasSize(2);
    assertThat(paula().availability()).isEqualTo(Availability.AWAY);
  }

  @Test
  void theNewestIsShownInWhateverOrderItComes() {
    heard(Example.PAULA, Availability.AWAY, 51);
    heard(Example.PAULA, Availability.PAUSE, 50);
    assertThat(paula().availability()).isEqualTo(Availability.AWAY);
    heard(Example.PAULA, Availability.OFFLINE, 52);
    assertThat(paula().availability()).isEqualTo(Availability.OFFLINE);
  }

  @Test
  void oneselfIsNoException() {
    heard(Example.ME, Availability.PAUSE, 50);
    assertThat(world.desk.me().getValue().availability()).isEqualTo(Availability.PAUSE);
  }

  @Test
  void withoutAConnectionTheRowsStand() {
    heard(Example.PAULA, Availability.AWAY, 50);
    world.desk.workOffline(true);
    world.time.settle();
    assertThat(paula().availability()).isEqualTo(Availability.ONLINE);
  }

  @Test
  void nothingOfItIsKept() {
    heard(Example.PAULA, Availability.AWAY, 50);
    world.relay.stream = null;
    world.restart();
    assertThat(paula().availability()).isEqualTo(Availability.ONLINE);
  }

  @Test
  void whoIsUnknownIsNotMadeUp() {
    heard(new UserId("u9"), Availability.ONLINE, 50);
    assertThat(world.desk.people()).extracting(UserRow::id).isEqualTo(List.of(Example.PAULA));
  }

  private void heard(UserId who, Availability availability, long seq) {
    Objects.requireNonNull(world.relay.stream)
        .presence(new PresenceEvent(who, availability, NOON, seq));
    world.time.settle();
  }

  private UserRow paula() {
    return world.desk.people().stream()
        .filter(person -> person.id().equals(Example.PAULA))
        .findFirst()
        .orElseThrow();
  }

  private static UserRow row(Availability availability) {
    return new PresenceEvent(Example.PAULA, availability, null, 0)
        .over(Example.user(Example.PAULA, "Paula Reis"));
  }
}
