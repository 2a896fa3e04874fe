package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags, priority and sleep with no relay to be heard. */
class DeskMarksTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.AGENT_REPLIED, Example.ME);
    world.time.settle();
    world.desk.workOffline(true);
    world.time.settle();
  }

  @Test
  void tagsChosenAndTakenBackGoOutAsOneSet() {
    marks().tag(Example.DIALOG, List.of("VIP"), List.of());
    marks().tag(Example.DIALOG, List.of("frete"), List.of());
    marks().tag(Example.DIALOG, List.of(), List.of("vip"));
    world.time.settle();
    assertThat(item().dialog().tags()).containsExactly("frete");
    assertThat(sentWhenOnline())
        .containsExactly(new Intent.TagDialog(List.of("frete"), List.of("vip")));
  }

  @Test
  void ofSeveralPrioritiesTheLastGoesOut() {
    marks().prioritize(Example.DIALOG, Priority.URGENT);
    marks().prioritize(Example.DIALOG, Priority.LOW);
    world.time.settle();
    assertThat(item().dialog().priority()).isEqualTo(Priority.LOW);
    assertThat(sentWhenOnline()).containsExactly(new Intent.SetPriority(Priority.LOW));
  }

  @Test
  void whatSleepsLeavesMineAndWakesByTheRelaysClock() {
    marks().snooze(Example.DIALOG, in(Duration.ofHours(2)));
    world.time.settle();
    assertThat(world.list(Tab.MINE)).isEmpty();
    assertThat(world.list(Tab.SNOOZED)).containsExactly(Example.DIALOG);
    assertThat(world.desk.inbox().count(Tab.MINE).get()).isZero();

    world.time.run(Duration.ofHours(2).minusSeconds(1));
    assertThat(world.list(Tab.SNOOZED)).hasSize(1);
    world.time.run(Duration.ofSeconds(2));
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
    assertThat(world.list(Tab.SNOOZED)).isEmpty();
    assertThat(item().asleep()).isFalse();
  }

  @Test
  void itIsStillAsleepAfterAStartAndWakesThen() {
    marks().snooze(Example.DIALOG, in(Duration.ofHours(2)));
    world.time.settle();
    world.restart();
    assertThat(world.list(Tab.SNOOZED)).hasSize(1);
    world.time.run(Duration.ofHours(2));
    assertThat(world.list(Tab.MINE)).hasSize(1);
  }

  @Test
  void wakingByHandAndPuttingItToSleepAgainIsOneCommand() {
    Instant until = in(Duration.ofHours(5));
    marks().snooze(Example.DIALOG, in(Duration.ofHours(2)));
    marks().snooze(Example.DIALOG, null);
    marks().snooze(Example.DIALOG, until);
    world.time.settle();
    assertThat(sentWhenOnline()).containsExactly(new Intent.SnoozeDialog(until));
  }

  @Test
  void whatIsFinishedDoesNotSleep() {
    marks().snooze(Example.DIALOG, in(Duration.ofHours(2)));
    world.desk.finish(Example.DIALOG);
    world.time.settle();
    assertThat(world.list(Tab.SNOOZED)).isEmpty();
    assertThat(world.list(Tab.CLOSED)).containsExactly(Example.DIALOG);
  }

  @Test
  void whatIsMovedOfflineIsAConversationOfItsOwnAtOnceAndWhatFollowsBelongsToIt() {
    marks().moveToNew(Example.DIALOG, new MessageId("d1-m1"));
    world.time.settle();
    world.desk.send(Example.DIALOG, "sobre isso", false, null);
    world.time.settle();
    var session = item().dialog().session();
    assertThat(session.number()).isEqualTo(2);
    assertThat(session.parent()).isEqualTo(new SessionId("s-d1"));
    assertThat(session.status()).isEqualTo(SessionStatus.AGENT_REPLIED);

    world.desk.workOffline(false);
    world.time.settle();
    List<Command> sent = world.relay.received.stream().flatMap(List::stream).toList();
    assertThat(sent.getFirst().intent()).isInstanceOf(Intent.MoveToNew.class);
    assertThat(sent.getLast().after()).containsExactly(sent.getFirst().id());
    assertThat(Objects.requireNonNull(sent.getLast().basis()).session())
        .isEqualTo(new SessionId(sent.getFirst().id().value()));
  }

  @Test
  void theTagsOfAllDialogsAreKnownTheMostUsedFirst() {
    world.relay.put(
        Example.dialog(new app.recado.protocol.DialogId("other"), SessionStatus.NEW, null)
            .tagged(List.of("frete", "VIP")));
    world.desk.workOffline(false);
    world.time.settle();
    marks().tag(Example.DIALOG, List.of("vip"), List.of());
    world.time.settle();
    assertThat(marks().knownTags()).containsExactly("VIP", "frete");
  }

  private List<Intent> sentWhenOnline() {
    world.desk.workOffline(false);
    world.time.settle();
    return world.relay.received.stream().flatMap(List::stream).map(Command::intent).toList();
  }

  private DeskMarks marks() {
    return world.desk.marks();
  }

  private Instant in(Duration time) {
    return world.desk.relayNow().plus(time);
  }

  private DialogItem item() {
    return Objects.requireNonNull(world.desk.inbox().item(Example.DIALOG).getValue());
  }
}
