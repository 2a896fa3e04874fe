package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.RelayApi;
import app.recado.client.state.Connection;
import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the desk treats a relay that refuses, and one that falls silent. */
class DeskLineTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
  }

  private DeskSession desk() {
    return world.desk;
  }

  @Test
  void aRefusedRequestGoesOneByOneAndOnlyTheBadCommandIsRejected() {
    for (int status : List.of(400, 409)) {
      world.relay.received.clear();
      oneBad(status);
    }
  }

  private void oneBad(int status) {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.restart();
    desk().workOffline(true);
    desk().send(Example.DIALOG, "uma", false, null);
    desk().send(Example.DIALOG, "ruim", false, null);
    desk().send(Example.DIALOG, "três", false, null);
    world.relay.refusals =
        batch ->
            batch.stream().anyMatch(command -> text(command).equals("ruim"))
                ? ScriptedRelay.rejected(status, "bad_request")
                : null;
    desk().workOffline(false);
    world.time.settle();

    assertThat(world.relay.received)
        .extracting(batch -> batch.stream().map(DeskLineTest::text).toList())
        .containsExactly(
            List.of("uma", "ruim", "três"), List.of("uma"), List.of("ruim"), List.of("três"));
    var cards = desk().needsAttention();
    assertThat(cards).hasSize(1);
    assertThat(cards.getFirst().texts()).containsExactly("ruim");
    assertThat(cards.getFirst().rejection()).isEqualTo("bad_request");
    assertThat(desk().connection().getValue().queued()).isZero();

    desk().resolve(cards.getFirst(), app.recado.client.state.HeldItem.Choice.DISCARD);
    world.time.settle();
    desk().send(Example.DIALOG, "quatro", false, null);
    desk().send(Example.DIALOG, "cinco", false, null);
    world.time.settle();
    assertThat(desk().needsAttention()).isEmpty();
    assertThat(world.relay.received.getLast()).isNotEmpty();
  }

  @Test
  void whatWasRenamedTwiceAndPinnedForAMomentGoesOutOnce() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    desk().rename(Example.DIALOG, "mesa");
    desk().pin(Example.DIALOG, true);
    desk().rename(Example.DIALOG, "mesa Jatobá");
    desk().pin(Example.DIALOG, false);
    world.time.settle();
    var shown = Objects.requireNonNull(desk().inbox().item(Example.DIALOG).getValue());
    assertThat(shown.dialog().title()).isEqualTo("mesa Jatobá");
    assertThat(shown.dialog().session().pinned()).isFalse();
    assertThat(desk().connection().getValue().queued()).isEqualTo(1);

    desk().workOffline(false);
    world.time.settle();
    assertThat(world.relay.received.stream().flatMap(List::stream).map(Command::intent))
        .containsExactly(new Intent.RenameDialog("mesa Jatobá"));
  }

  private static String text(Command command) {
    return command.intent() instanceof Intent.SendMessage send ? send.text() : command.type();
  }

  @Test
  void aStreamThatIsSilentForFortySecondsIsGivenUp() {
    world.time.settle();
    world.later(39);
    Objects.requireNonNull(world.relay.stream).alive();
    world.later(39);
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.ONLINE);
    assertThat(world.relay.streams).isEqualTo(1);

    RelayApi.StreamListener dead = world.relay.stream;
    world.later(1);
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.OFFLINE);
    assertThat(world.relay.streamsCancelled).isEqualTo(1);
    dead.alive();
    world.later(5);
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.ONLINE);
    assertThat(world.relay.streams).isEqualTo(2);
    world.dialog(SessionStatus.NEW, null);
    world.relay.push();
    assertThat(desk().inbox().item(Example.DIALOG).getValue()).isNotNull();
  }
}
