package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.Draft;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTimeTest {
  private static final MessageId QUOTED = new MessageId("m1");

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    desk().setUndoTime(Duration.ofSeconds(5));
  }

  private DeskSession desk() {
    return world.desk;
  }

  private void send(String text) {
    desk().send(Example.DIALOG, text, false, null);
    world.time.settle();
  }

  private List<String> sent() {
    return world.relay.received.stream()
        .flatMap(List::stream)
        .filter(command -> !command.type().equals("draft.save"))
        .map(command ->
            command.intent() instanceof Intent.SendMessage send ? send.text() : command.type())
        .toList();
  }

  private TimelineEntry.Message last() {
    return world.messages().getLast();
  }

  private String draft() {
    Draft draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    return draft == null ? "" : draft.text();
  }

  @Test
  void aReplyLeavesWhenItsTimeIsOver() {
    send("Tem sim!");
    assertThat(last().state()).isEqualTo(SendState.DELAYED);
    assertThat(last().leavesAt()).isNotNull();
    world.time.run(Duration.ofMillis(4_900));
    assertThat(sent()).isEmpty();
    world.later(1);
    assertThat(sent()).containsExactly("Tem sim!");
    world.later(60);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void aWhisperLeavesAtOnce() {
    desk().send(Example.DIALOG, "Cuidado com o prazo", true, null);
    world.time.settle();
    assertThat(sent()).containsExactly("Cuidado com o prazo");
  }

  @Test
  void undoBringsTextAndQuoteBackAndNothingLeaves() {
    desk().send(Example.DIALOG, "Tem sim!", false, QUOTED);
    world.time.settle();
    assertThat(desk().takeBack(Example.DIALOG, null)).isEqualTo(DraftKind.REPLY);
    assertThat(draft()).as("at once").isEqualTo("Tem sim!");
    world.later(60);
    assertThat(sent()).isEmpty();
    assertThat(world.messages()).hasSize(1);
    Draft draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    assertThat(draft.text()).isEqualTo("Tem sim!");
    assertThat(draft.quote()).isEqualTo(QUOTED);
    assertThat(desk().takeBack(Example.DIALOG, null)).isNull();
  }

  @Test
  void whatIsWrittenMeanwhileStaysBelowWhatComesBackAlsoAfterACrash() {
    send("Tem sim!");
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "E o frete", null);
    desk().takeBack(Example.DIALOG, last().command());
    world.time.settle();
    assertThat(draft()).isEqualTo("Tem sim!\n\nE o frete");
    world.restart();
    assertThat(draft()).isEqualTo("Tem sim!\n\nE o frete");
    assertThat(world.messages()).hasSize(1);
    world.later(60);
    assertThat(sent()).isEmpty();
  }

  @Test
  void whatHasLeftCannotBeUndone() {
    send("Tem sim!");
    CommandId command = last().command();
    world.later(6);
    assertThat(desk().takeBack(Example.DIALOG, command)).isNull();
    assertThat(desk().undo(command)).isFalse();
    assertThat(draft()).isEmpty();
  }

  @Test
  void aRestartGoesOnWithWhatIsLeftOfTheTimeAndSendsOnce() {
    send("Tem sim!");
    CommandId id = last().command();
    world.later(3);
    world.restart();
    assertThat(last().state()).isEqualTo(SendState.DELAYED);
    world.time.run(Duration.ofMillis(1_500));
    assertThat(sent()).isEmpty();
    world.later(1);
    assertThat(world.relay.received.getLast()).extracting(Command::id).containsExactly(id);
    world.restart();
    world.later(60);
    assertThat(sent()).containsExactly("Tem sim!");
  }

  @Test
  void aTimeThatPassedWhileTheDeskWasOffIsOver() {
    send("Tem sim!");
    desk().crash();
    world.later(120);
    world.desk = world.open();
    world.time.run(Duration.ofMillis(200));
    assertThat(sent()).containsExactly("Tem sim!");
  }

  @Test
  void aWrongClockOfTheComputerNeitherShortensNorStretchesTheTime() {
    for (Duration wrong : List.of(Duration.ofHours(-7), Duration.ofHours(7))) {
      int before = sent().size();
      desk().setUndoTime(Duration.ofSeconds(5));
      send("Tem sim!");
      world.time.skew = wrong;
      world.later(2);
      world.restart();
      world.later(2);
      assertThat(sent()).as("%s", wrong).hasSize(before);
      world.later(2);
      assertThat(sent()).as("%s", wrong).hasSize(before + 1);
      world.time.skew = Duration.ZERO;
    }
  }

  @Test
  void offlineTheTimePassesToo() {
    desk().workOffline(true);
    world.time.settle();
    send("Tem sim!");
    world.later(6);
    assertThat(last().state()).isEqualTo(SendState.QUEUED);
    assertThat(desk().takeBack(Example.DIALOG, null)).as("never tried").isNotNull();
    world.time.settle();
    send("Tem sim, sim!");
    world.later(6);
    desk().workOffline(false);
    world.time.settle();
    assertThat(sent()).containsExactly("Tem sim, sim!");
  }

  @Test
  void whatAFormerRunLeftIsQueuedUntilTheRelayIsHeard() {
    desk().workOffline(true);
    world.time.settle();
    send("Tem sim!");
    desk().crash();
    world.desk = world.open();
    try (Timeline timeline = desk().open(Example.DIALOG)) {
      world.later(2);
      TimelineEntry.Message waiting = (TimelineEntry.Message) timeline.entries().getLast();
      assertThat(waiting.state()).isEqualTo(SendState.QUEUED);
      assertThat(waiting.leavesAt()).isNull();
      assertThat(desk().takeBack(Example.DIALOG, null)).isEqualTo(DraftKind.REPLY);
    }
  }

  @Test
  void anEditMeanwhileIsWhatTheCustomerReads() {
    send("Tem sin!");
    desk().edit(Example.DIALOG, last().row().id(), "Tem sim!");
    world.time.settle();
    world.later(6);
    assertThat(sent()).containsExactly("Tem sim!");
  }

  @Test
  void deletingItMeanwhileLeavesNothing() {
    send("Tem sim!");
    desk().delete(Example.DIALOG, last().row().id());
    world.later(60);
    assertThat(sent()).isEmpty();
    assertThat(world.messages()).hasSize(1);
  }

  @Test
  void aFinishStaysBehindTheMessageBeforeItAndDependsOnIt() {
    send("Tem sim!");
    desk().setUndoTime(Duration.ZERO);
    desk().finish(Example.DIALOG);
    world.later(4);
    assertThat(sent()).isEmpty();
    world.later(2);
    assertThat(sent()).containsExactly("Tem sim!", "dialog.finish");
    Command finish = world.relay.received.getLast().getLast();
    assertThat(finish.after()).hasSize(1);
  }

  @Test
  void undoingTheMessageTakesTheFinishBehindItBackToo() {
    send("Tem sim!");
    desk().finish(Example.DIALOG);
    world.time.settle();
    assertThat(world.list(Tab.CLOSED)).containsExactly(Example.DIALOG);
    desk().takeBack(Example.DIALOG, null);
    world.later(60);
    assertThat(sent()).isEmpty();
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
  }

  @Test
  void aSnoozeBehindAMessageNeitherOvertakesItNorStaysWithoutIt() {
    Instant tomorrow = Example.START.plus(Duration.ofDays(1));
    desk().marks().snooze(Example.DIALOG, tomorrow.plusSeconds(60));
    send("Aviso amanhã");
    desk().marks().snooze(Example.DIALOG, tomorrow);
    world.later(4);
    assertThat(sent()).containsExactly("dialog.snooze");
    assertThat(world.list(Tab.SNOOZED)).containsExactly(Example.DIALOG);
    world.later(2);
    assertThat(sent()).containsExactly("dialog.snooze", "Aviso amanhã", "dialog.snooze");
    Command snooze = world.relay.received.getLast().getLast();
    assertThat(snooze.after()).hasSize(1);
  }

  @Test
  void undoingTheMessageTakesTheSnoozeBehindItBackToo() {
    send("Aviso amanhã");
    desk().marks().snooze(Example.DIALOG, Example.START.plus(Duration.ofDays(1)));
    world.time.settle();
    desk().takeBack(Example.DIALOG, null);
    world.later(60);
    assertThat(sent()).isEmpty();
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
    assertThat(draft()).isEqualTo("Aviso amanhã");
  }

  @Test
  void aSnoozeDoesNotWaitForAMessageThatNeedsAttention() {
    world.relay.answers =
        command ->
            command.type().equals("message.send")
                ? Outcome.held(command.id(), HeldReason.UNSEEN_REPLY, null)
                : Outcome.applied(command.id(), null);
    desk().setUndoTime(Duration.ZERO);
    send("Tem sim!");
    desk().marks().snooze(Example.DIALOG, Example.START.plus(Duration.ofDays(1)));
    world.later(1);
    assertThat(world.relay.received.getLast().getLast().type()).isEqualTo("dialog.snooze");
    assertThat(world.relay.received.getLast().getLast().after()).isEmpty();
  }

  @Test
  void aFinishCanBeUndoneOnline() {
    desk().finish(Example.DIALOG);
    world.time.settle();
    assertThat(desk().undo(desk().undoable(Example.DIALOG))).isTrue();
    world.later(60);
    assertThat(sent()).isEmpty();
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
  }

  @Test
  void spamCanBeUndoneUntilItIsSent() {
    desk().spam(Example.DIALOG);
    world.time.settle();
    CommandId spam = desk().undoable(Example.DIALOG);
    assertThat(world.list(Tab.SPAM)).containsExactly(Example.DIALOG);
    world.later(4);
    assertThat(desk().undo(spam)).isTrue();
    world.later(60);
    assertThat(sent()).isEmpty();
  }

  @Test
  void givingTheDialogAwayDoesNotOvertakeAMessageThatKeepsItsTime() {
    send("Tem sim!");
    desk().setUndoTime(Duration.ZERO);
    desk().transferToUser(Example.DIALOG, Example.PAULA, null, false);
    desk().rename(Example.DIALOG, "Mesa Jatobá");
    world.later(1);
    assertThat(sent()).containsExactly("dialog.rename");
    world.later(5);
    assertThat(sent()).containsExactly("dialog.rename", "Tem sim!", "dialog.transfer");
  }

  @Test
  void aReplyThatTakesItsPlaceComesAfterThoseStillWaiting() {
    desk().workOffline(true);
    world.time.settle();
    send("Um");
    world.later(1);
    send("Dois");
    world.later(6);
    world.relay.answers =
        command ->
            Outcome.held(
                command.id(),
                command.after().isEmpty() ? HeldReason.UNSEEN_REPLY : HeldReason.DEPENDS_ON_HELD,
                null);
    desk().workOffline(false);
    world.time.settle();
    List<Command> batch = world.relay.received.getLast();
    assertThat(batch.get(1).after()).containsExactly(batch.get(0).id());
    assertThat(desk().needsAttention()).as("one cause, one card").hasSize(1);
  }

  @Test
  void whatKeepsNoTimeDoesNotWaitForWhatDoes() {
    send("Devagar");
    desk().setUndoTime(Duration.ZERO);
    send("Agora");
    assertThat(sent()).containsExactly("Agora");
    world.later(6);
    assertThat(sent()).containsExactly("Agora", "Devagar");
  }

  /** Found by the simulation: the successor of what waits for a held one has a time of its own. */
  @Test
  void whatKeepsItsTimeBehindAHeldReplyGoesWithTheAnswerToIt() {
    desk().workOffline(true);
    desk().setUndoTime(Duration.ZERO);
    send("Um");
    desk().setUndoTime(Duration.ofSeconds(30));
    send("Dois");
    world.relay.answers = command -> Outcome.held(command.id(), HeldReason.UNSEEN_REPLY, null);
    desk().workOffline(false);
    world.later(1);
    world.relay.applyAll();
    desk().resolve(desk().needsAttention().getFirst(), HeldItem.Choice.SEND_ANYWAY);
    world.later(40);
    assertThat(sent()).containsExactly("Um", "Um", "Dois");
  }

  /** Found by the simulation: what had been due while the desk was off left in any order. */
  @Test
  void whatWasDueWhileTheDeskWasOffLeavesInItsOrder() {
    List<String> said = List.of("Um", "Dois", "Três", "Quatro", "Cinco", "Seis");
    said.forEach(this::send);
    desk().crash();
    world.later(60);
    world.desk = world.open();
    world.later(1);
    assertThat(sent()).containsExactlyElementsOf(said);
  }

  @Test
  void whatIsBehindOneThatIsUndoneLeavesAtItsTime() {
    send("Um");
    world.later(2);
    send("Dois");
    desk().takeBack(Example.DIALOG, world.messages().get(1).command());
    world.later(6);
    assertThat(sent()).containsExactly("Dois");
  }

  @Test
  void aShorterTimeDoesNotOvertakeWithinADialog() {
    desk().setUndoTime(Duration.ofSeconds(20));
    send("Um");
    desk().setUndoTime(Duration.ofSeconds(3));
    send("Dois");
    world.later(10);
    assertThat(sent()).isEmpty();
    world.later(11);
    assertThat(sent()).containsExactly("Um", "Dois");
  }

  @Test
  void sendingNowDoesNotWait() {
    send("Tem sim!");
    desk().sendNow(last().command());
    world.time.settle();
    assertThat(sent()).containsExactly("Tem sim!");
    world.later(60);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void noTimeIsLongerThanHalfAMinute() {
    desk().setUndoTime(Duration.ofHours(1));
    send("Tem sim!");
    world.later(31);
    assertThat(sent()).containsExactly("Tem sim!");
  }
}
