package app.recado.client.sync;

import static app.recado.client.cache.OutboxState.APPLIED;
import static app.recado.client.cache.OutboxState.DELAYED;
import static app.recado.client.cache.OutboxState.HELD;
import static app.recado.client.cache.OutboxState.REJECTED;
import static app.recado.client.cache.OutboxState.SENDING;
import static app.recado.client.cache.OutboxState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.Durability;
import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxFile;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Intent.SendMessage HELLO = send("Oi");

  @TempDir Path folder;
  private final VirtualTime time = new VirtualTime();
  private OutboxFile file;
  private Outbox outbox;

  @BeforeEach
  void open() {
    file = OutboxFile.open(folder, Durability.OFF);
    outbox =
        new Outbox(
            file, new Ids(time, new Random(1)), new RelayClock(time, time::ticks), dialogs -> {});
    outbox.load();
  }

  @AfterEach
  void close() {
    file.close();
  }

  private void reopen() {
    file.close();
    open();
  }

  private static Intent.SendMessage send(String text) {
    return new Intent.SendMessage(text, false, null, List.of());
  }

  private CommandId enqueue(Intent intent) {
    outbox.enqueue(new Outbox.Act(Example.DIALOG, null, intent, true));
    return outbox.of(Example.DIALOG).getLast().id();
  }

  private List<OutboxState> states() {
    return outbox.of(Example.DIALOG).stream().map(OutboxEntry::state).toList();
  }

  @Test
  void whatIsQueuedIsOnDisk() {
    CommandId id = enqueue(HELLO);
    reopen();
    assertThat(outbox.of(Example.DIALOG)).extracting(OutboxEntry::id).containsExactly(id);
    assertThat(states()).containsExactly(WAITING);
  }

  /**
   * Found by killing the relay: whoever writes on while it is away must not wait for the engine, or
   * its answers come too late for ever.
   */
  @Test
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD) // it took minutes
  void manyQueuedInOneDialogAreAsSwiftlyQueuedAsAFew() {
    enqueue(new Intent.AcceptDialog());
    for (int i = 0; i < 1_500; i++) {
      enqueue(send("Oi " + i));
      if (i % 10 == 0) {
        enqueue(new Intent.TagDialog(List.of("a" + i), List.of()));
        enqueue(new Intent.SaveDraft(DraftKind.REPLY, "Oi", List.of(), null, 0));
      }
    }
    assertThat(outbox.take(50)).hasSize(50);
    reopen();
    assertThat(outbox.of(Example.DIALOG)).hasSize(1_502);
  }

  /** Found by killing the relay: each reply comes after all before it, and 2^n is many. */
  @Test
  @Timeout(10)
  void manyRepliesToOneDialogAreSentAtOnceWhenTheLineReturns() {
    for (int i = 0; i < 60; i++) {
      enqueue(send("Oi " + i));
    }

    assertThat(outbox.take(60)).hasSize(60);
  }

  @Test
  void whatWasOnItsWayWaitsAgainUnderTheSameIdAfterACrash() {
    CommandId id = enqueue(HELLO);
    outbox.take(50);
    assertThat(states()).containsExactly(SENDING);
    reopen();
    assertThat(states()).containsExactly(WAITING);
    assertThat(outbox.take(50)).extracting(Command::id).containsExactly(id);
  }

  @Test
  void appliedStaysUntilItsChangeHasComeDown() {
    CommandId id = enqueue(HELLO);
    outbox.take(50);
    outbox.answered(List.of(Outcome.applied(id, 9L)), 8);
    assertThat(states()).containsExactly(APPLIED);
    outbox.settle(8);
    assertThat(states()).containsExactly(APPLIED);
    outbox.settle(9);
    assertThat(states()).isEmpty();
  }

  @Test
  void appliedGoesAtOnceWhenItsChangeCameFirst() {
    CommandId id = enqueue(HELLO);
    outbox.take(50);
    outbox.answered(List.of(Outcome.applied(id, 9L)), 9);
    assertThat(states()).isEmpty();
  }

  @Test
  void whatARestoredRelayForgotIsSentAgainUnderTheSameId() {
    CommandId id = enqueue(HELLO);
    outbox.take(50);
    outbox.answered(List.of(Outcome.applied(id, 9L)), 8);
    outbox.forgotten();
    assertThat(outbox.take(50)).extracting(Command::id).containsExactly(id);
  }

  @Test
  void heldAndRejectedStayUntilTheAgentChooses() {
    CommandId held = enqueue(HELLO);
    CommandId rejected = enqueue(new Intent.RenameDialog(""));
    outbox.take(50);
    outbox.answered(
        List.of(
            Outcome.held(held, HeldReason.TAKEN, null),
            Outcome.rejected(rejected, "invalid", "title")),
        0);
    reopen();
    assertThat(states()).containsExactly(HELD, REJECTED);
    assertThat(outbox.take(50)).isEmpty();
    outbox.replace(List.of(held, rejected), List.of(), false, () -> {});
    reopen();
    assertThat(states()).isEmpty();
  }

  @Test
  void whatTheAgentWantsToHearOfIsHeldInSightAndAReadingMarkIsNot() {
    CommandId followed = enqueue(new Intent.FollowDialog());
    CommandId muted = enqueue(new Intent.MuteDialog());
    CommandId read = enqueue(new Intent.MarkRead(3));
    assertThat(outbox.queued()).isEqualTo(2);
    outbox.take(50);
    outbox.answered(
        Stream.of(followed, muted, read)
            .map(id -> Outcome.held(id, HeldReason.FORBIDDEN, null))
            .toList(),
        0);
    reopen();
    assertThat(states()).containsExactly(HELD, HELD);
  }

  @Test
  void aLateAnswerChangesNothingThatIsDecided() {
    CommandId id = enqueue(HELLO);
    outbox.take(50);
    outbox.answered(List.of(Outcome.held(id, HeldReason.TAKEN, null)), 0);
    outbox.answered(List.of(Outcome.applied(id, 1L)), 1);
    assertThat(states()).containsExactly(HELD);
  }

  @Test
  void undoAndSendCannotBothHaveIt() {
    CommandId undone = enqueue(HELLO);
    assertThat(outbox.claimForUndo(undone)).isTrue();
    assertThat(outbox.take(50)).isEmpty();
    outbox.undo(undone, entry -> {});
    assertThat(states()).isEmpty();

    CommandId sent = enqueue(HELLO);
    outbox.take(50);
    assertThat(outbox.claimForUndo(sent)).isFalse();
    outbox.unanswered();
    assertThat(outbox.claimForUndo(sent)).as("tried is tried").isFalse();
  }

  @Test
  void delayedKeepsItsTimeAndWhatDependsOnItTooButNoOtherMessage() {
    outbox.replace(
        List.of(), List.of(new Outbox.Act(Example.DIALOG, null, HELLO, true)), true, () -> {});
    CommandId second = enqueue(send("segunda"));
    enqueue(new Intent.FinishDialog());
    assertThat(states()).containsExactly(DELAYED, WAITING, WAITING);
    assertThat(outbox.take(50)).extracting(Command::id).containsExactly(second);
    outbox.open(entry -> true);
    assertThat(outbox.take(50)).hasSize(2);
  }

  @Test
  void anEditOfWhatWasTriedIsACommandOfItsOwnThatDependsOnIt() {
    CommandId id = enqueue(HELLO);
    outbox.take(50);
    outbox.unanswered();
    enqueue(new Intent.EditMessage(new MessageId(id.value()), "Olá"));
    List<Command> batch = outbox.take(50);
    assertThat(batch).hasSize(2);
    assertThat(batch.get(0).intent()).isEqualTo(HELLO);
    assertThat(batch.get(1).after()).containsExactly(id);
  }

  private CommandId onItsWay(Intent intent) {
    CommandId id = enqueue(intent);
    outbox.take(50);
    return id;
  }

  private void held(CommandId id, HeldReason reason) {
    outbox.answered(List.of(Outcome.held(id, reason, null)), 0);
  }

  private List<Intent> intents() {
    return outbox.of(Example.DIALOG).stream().map(entry -> entry.command().intent()).toList();
  }

  @Test
  void whatWasChangedOfAMessageOnItsWayIsChangedInTheHeldText() {
    CommandId id = onItsWay(HELLO);
    enqueue(new Intent.EditMessage(new MessageId(id.value()), "Olá"));
    held(id, HeldReason.TAKEN);
    reopen();
    assertThat(states()).containsExactly(HELD);
    assertThat(intents()).containsExactly(send("Olá"));
  }

  @Test
  void alsoIfTheChangeWasOnItsWayToo() {
    CommandId id = onItsWay(HELLO);
    outbox.unanswered();
    enqueue(new Intent.EditMessage(new MessageId(id.value()), "Olá"));
    CommandId edit = outbox.take(50).getLast().id();
    held(id, HeldReason.TAKEN);
    assertThat(states()).containsExactly(HELD, SENDING);
    held(edit, HeldReason.DEPENDS_ON_HELD);
    reopen();
    assertThat(states()).containsExactly(HELD);
    assertThat(intents()).containsExactly(send("Olá"));
  }

  @Test
  void whatWasDeletedOnItsWayIsNotHeld() {
    CommandId id = onItsWay(HELLO);
    enqueue(new Intent.DeleteMessage(new MessageId(id.value())));
    held(id, HeldReason.TAKEN);
    reopen();
    assertThat(states()).isEmpty();
  }

  @Test
  void norIsWhatHadBeenChangedOfItBefore() {
    CommandId id = onItsWay(HELLO);
    CommandId edit = onItsWay(new Intent.EditMessage(new MessageId(id.value()), "Olá"));
    enqueue(new Intent.DeleteMessage(new MessageId(id.value())));
    outbox.answered(
        List.of(
            Outcome.held(id, HeldReason.TAKEN, null),
            Outcome.held(edit, HeldReason.DEPENDS_ON_HELD, null)),
        0);
    reopen();
    assertThat(states()).isEmpty();
  }

  @Test
  void norWhatWasCalledBackWhileItWasBeingScheduled() {
    CommandId id = onItsWay(new Intent.ScheduleMessage("Oi", null, List.of(), Example.START));
    enqueue(new Intent.UnscheduleMessage(new MessageId(id.value())));
    held(id, HeldReason.TAKEN);
    CommandId back = outbox.take(50).getLast().id();
    outbox.answered(List.of(Outcome.rejected(back, "not_found", "message")), 0);
    reopen();
    assertThat(states()).isEmpty();
  }

  @Test
  void whatCouldNotBeWrittenDidNotHappen() {
    enqueue(HELLO);
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            outbox.enqueue(
                new Outbox.Act(Example.DIALOG, null, send("segunda"), true),
                () -> {
                  throw new IllegalStateException("the disk is full");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(states()).containsExactly(WAITING);
    assertThat(outbox.take(50)).extracting(Command::intent).containsExactly(HELLO);
  }
}
