package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Connection;
import app.recado.client.state.Found;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done while a starting desk shows its first rows and has not read the others. */
class StartTest {
  /** By the order of the lists the last: not among the first rows. */
  private static final DialogId FAR = new DialogId("d249");

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void startSlowly() {
    world = new DeskWorld(folder);
    for (int i = 0; i < 150; i++) {
      world.relay.put(
          Example.dialog(
              new DialogId("d" + (100 + i)),
              "c1",
              SessionStatus.ACCEPTED,
              Example.ME,
              Example.START.minusSeconds(i),
              1));
    }
    world.time.settle();
    world.relay.silent = true;
    desk().crash();
    begin();
  }

  private void begin() {
    world.drawing = Duration.ofSeconds(30);
    world.desk = world.open();
    world.time.run(Duration.ofMillis(10));
    assertThat(world.list(Tab.MINE)).hasSize(100).doesNotContain(FAR);
  }

  private DeskSession desk() {
    return world.desk;
  }

  private void killAndStart() {
    world.drawing = Duration.ofMillis(50);
    world.restart();
    world.later(1);
    assertThat(world.list(Tab.MINE)).contains(FAR);
  }

  private DialogId shown() {
    return world.list(Tab.MINE).getFirst();
  }

  @Test
  void aDraftIsOnDiskWithinASecond() {
    DialogId dialog = shown();
    desk().saveDraft(dialog, DraftKind.REPLY, "Posso já deixar reserv", null);
    world.later(1);
    killAndStart();
    assertThat(desk().draft(dialog, DraftKind.REPLY).text()).isEqualTo("Posso já deixar reserv");
  }

  @Test
  void aReplyIsOnDiskAtOnce() {
    DialogId dialog = shown();
    desk().send(dialog, "Tem sim!", false, null);
    world.time.settle();
    assertThat(desk().connection().getValue().queued()).isEqualTo(1);
    assertThat(desk().undoable(dialog)).isNotNull();
    killAndStart();
    assertThat(desk().connection().getValue().queued()).isEqualTo(1);
  }

  @Test
  void nothingLeavesBeforeEverythingIsRead() {
    world.relay.silent = false;
    desk().send(shown(), "Tem sim!", false, null);
    desk().retryNow();
    desk().signedInAgain(new Account("fresh", Example.user(Example.ME, "Bruno Lima")));
    desk().workOffline(true);
    desk().workOffline(false);
    int asked = world.relay.cursors.size();
    world.later(29);
    assertThat(world.relay.received).isEmpty();
    assertThat(world.relay.cursors).hasSize(asked);
    world.later(2);
    assertThat(world.relay.received).hasSize(1);
    assertThat(world.relay.lastToken).isEqualTo("fresh");
    assertThat(desk().newChats()).isEmpty();
    assertThat(desk().newMessages()).isEmpty();
  }

  @Test
  void whoChoosesToWorkOfflineIsNotConnected() {
    world.relay.silent = false;
    desk().workOffline(true);
    int asked = world.relay.cursors.size();
    world.later(40);
    assertThat(world.relay.cursors).hasSize(asked);
    assertThat(desk().connection().getValue().status())
        .isEqualTo(Connection.Status.OFFLINE_BY_HAND);
  }

  @Test
  void aDialogThatIsNotAmongTheFirstIsFoundAndReadWhenItIsAskedFor() {
    List<Found> found = new ArrayList<>();
    desk().find(FAR, found::add);
    desk().find(new DialogId("nowhere"), found::add);
    world.time.settle();
    assertThat(found).containsExactly(Found.HERE);
    assertThat(world.list(Tab.MINE)).hasSize(101).contains(FAR);
    world.later(70);
    assertThat(found).containsExactly(Found.HERE, Found.NOT_CACHED);
    assertThat(world.list(Tab.MINE)).hasSize(150);
  }

  /** The relay says that the dialog is mine: then a claim that was lost is history. */
  @Test
  void aReplyThereDoesNotWaitForALostClaim() {
    world.later(31);
    world.relay.silent = false;
    world.later(40);
    world.relay.answers = command -> Outcome.held(command.id(), HeldReason.TAKEN, null);
    desk().takeOver(FAR);
    world.time.settle();
    assertThat(desk().needsAttention()).hasSize(1);
    world.relay.silent = true;
    world.relay.received.clear();
    desk().crash();
    begin();

    desk().send(FAR, "Tem sim!", false, null);
    world.time.settle();
    assertThat(world.list(Tab.MINE)).contains(FAR);
    world.relay.silent = false;
    world.relay.answers = command -> null;
    world.later(31);
    assertThat(world.relay.received.getFirst())
        .filteredOn(command -> command.intent() instanceof Intent.SendMessage)
        .singleElement()
        .extracting(Command::after)
        .isEqualTo(List.of());
  }

  @Test
  void whatIsTakenBackStaysTakenBack() {
    DialogId dialog = shown();
    desk().send(dialog, "só um teste", false, null);
    world.time.settle();
    assertThat(desk().undo(desk().undoable(dialog))).isTrue();
    world.time.settle();
    killAndStart();
    assertThat(desk().connection().getValue().queued()).isZero();
    assertThat(desk().draft(dialog, DraftKind.REPLY).text()).isEqualTo("só um teste");
  }

  @Test
  void whatKeepsItsTimeToBeUndoneLeavesAfterThat() {
    desk().setUndoTime(Duration.ofSeconds(5));
    DialogId dialog = shown();
    desk().send(dialog, "Tem sim!", false, null);
    world.later(10);
    world.relay.silent = false;
    world.later(25);
    assertThat(world.relay.received).hasSize(1);
    assertThat(desk().connection().getValue().queued()).isZero();
  }

  /** The second runs from the first key, whatever keeps the engine from hearing of it. */
  @Test
  void aBusyEngineDoesNotAddToTheTimeThatADraftMayTake() {
    DialogId dialog = shown();
    world.time.busy = Duration.ofMillis(700);
    desk().saveDraft(dialog, DraftKind.REPLY, "Posso já deixar reserv", null);
    world.time.run(Duration.ofMillis(800));
    world.time.busy = Duration.ZERO;
    killAndStart();
    assertThat(desk().draft(dialog, DraftKind.REPLY).text()).isEqualTo("Posso já deixar reserv");
  }

  @Test
  void typingOnDoesNotPutOffWhatWasTyped() {
    DialogId dialog = shown();
    String text = "";
    for (int i = 0; i < 20; i++) {
      text += "a";
      desk().saveDraft(dialog, DraftKind.REPLY, text, null);
      world.time.run(Duration.ofMillis(100));
    }
    killAndStart();
    assertThat(desk().draft(dialog, DraftKind.REPLY).text()).hasSizeBetween(10, 20);
  }

  @Test
  void aMessageOfTheFirstRowsIsShownAsQueued() {
    DialogId dialog = shown();
    desk().send(dialog, "Tem sim!", false, null);
    world.time.settle();
    try (var timeline = desk().open(dialog)) {
      world.time.settle();
      assertThat(timeline.entries())
          .filteredOn(TimelineEntry.Message.class::isInstance)
          .singleElement()
          .extracting(entry -> ((TimelineEntry.Message) entry).state())
          .isEqualTo(SendState.QUEUED);
    }
  }
}
