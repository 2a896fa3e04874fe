package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several acts at once: commands of their own, and a result for each. */
class BatchesTest {
  private static final int MANY = 120;

  @TempDir Path folder;
  private DeskWorld world;
  private final List<DialogId> dialogs = new ArrayList<>();

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    for (int i = 0; i < MANY; i++) {
      DialogId id = new DialogId("d" + i);
      dialogs.add(id);
      world.relay.put(
          Example.dialog(
              id, "c1", SessionStatus.AGENT_REPLIED, Example.ME, Example.START.plusSeconds(i), 1));
    }
    world.time.settle();
  }

  private Batch start(List<DialogId> on, Intent... steps) {
    return world
        .desk
        .batches()
        .start(on.stream().map(id -> new DeskBatches.Run(id, List.of(steps))).toList());
  }

  private List<Command> sent() {
    return world.relay.received.stream().flatMap(List::stream).toList();
  }

  private void online(boolean on) {
    world.desk.workOffline(!on);
    world.time.settle();
  }

  @Test
  void eachDialogGetsACommandOfItsOwnInRequestsOfFifty() {
    online(false);
    Batch batch = start(dialogs, new Intent.SetPriority(Priority.HIGH));
    world.time.settle();
    assertThat(batch.count(Progress.QUEUED)).isEqualTo(MANY);
    online(true);
    world.later(5);
    assertThat(sent()).extracting(Command::dialog).containsExactlyElementsOf(dialogs);
    assertThat(sent())
        .allSatisfy(command ->
            assertThat(Objects.requireNonNull(command.basis()).session().value())
                .isEqualTo("s-" + command.dialog()));
    assertThat(world.relay.received).allMatch(request -> request.size() <= 50);
    assertThat(batch.count(Progress.DONE)).isEqualTo(MANY);
  }

  @Test
  void theTargetIsRememberedAsThatOfASingleTransfer() {
    world.desk.transferToChannel(dialogs.getFirst(), new ChannelId("loja"), null);
    start(dialogs.subList(1, 4), new Intent.TransferDialog(new UserId("paula"), null, null, false));
    assertThat(world.desk.recentTargets()).containsExactly("paula", "loja");
    world.time.settle();
  }

  @Test
  void whatTheRelaySaysIsShownOfEach() {
    world.relay.answers =
        command ->
            switch (command.dialog().value()) {
              case "d1" -> Outcome.held(command.id(), HeldReason.TAKEN, null);
              case "d2" -> Outcome.rejected(command.id(), "invalid", null);
              default -> Outcome.applied(command.id(), null);
            };
    Batch batch = start(dialogs.subList(0, 3), new Intent.PinDialog());
    world.time.settle();
    assertThat(batch.steps())
        .extracting(Batch.Step::progress)
        .containsExactly(Progress.DONE, Progress.HELD, Progress.REFUSED);
    assertThat(batch.steps().get(1).reason()).isEqualTo(HeldReason.TAKEN);
  }

  @Test
  void whatCanBeUndoneKeepsItsTimeAndIsTakenBackAtOnce() {
    world.desk.setUndoTime(Duration.ofSeconds(10));
    Batch batch = start(dialogs, new Intent.FinishDialog());
    world.later(5);
    assertThat(batch.count(Progress.DELAYED)).isEqualTo(MANY);
    assertThat(batch.isUndoable()).isTrue();
    world.desk.batches().undo(batch);
    world.later(20);
    assertThat(batch.count(Progress.TAKEN_BACK)).isEqualTo(MANY);
    assertThat(sent()).isEmpty();
  }

  @Test
  void whatWasNotTakenBackLeavesTogetherWhenItsTimeIsOver() {
    world.desk.setUndoTime(Duration.ofSeconds(10));
    Batch batch = start(dialogs, new Intent.FinishDialog());
    world.later(9);
    assertThat(sent()).isEmpty();
    world.later(5);
    assertThat(world.relay.received).hasSize(3);
    assertThat(batch.count(Progress.DONE)).isEqualTo(MANY);
  }

  @Test
  void aReplyThatWasDeletedOnItsWayAndHeldIsNotSaidToBeDone() {
    DialogId dialog = dialogs.getFirst();
    world.relay.commandFailures.add(new ApiException.Unreachable("cut", null));
    Batch batch = start(List.of(dialog), new Intent.SendMessage("Oi!", false, null, List.of()));
    world.time.settle();
    online(false);
    world.desk.delete(
        dialog, new MessageId(Objects.requireNonNull(batch.steps().getFirst().command()).value()));
    world.relay.answers = command -> Outcome.held(command.id(), HeldReason.TAKEN, null);
    online(true);
    world.later(5);
    assertThat(batch.steps()).extracting(Batch.Step::progress).containsExactly(Progress.TAKEN_BACK);
  }

  @Test
  void whatIsDoneMeanwhileIsNotUndoneByAStepThatWaits() {
    DialogId dialog = dialogs.getFirst();
    world.desk.setUndoTime(Duration.ofSeconds(10));
    start(
        List.of(dialog),
        new Intent.SendMessage("Oi!", false, null, List.of()),
        new Intent.TagDialog(List.of("frete", "avaria"), List.of("novo")),
        new Intent.TagDialog(List.of("urgente"), List.of()),
        new Intent.SetPriority(Priority.LOW),
        new Intent.RenameDialog("Frete"),
        new Intent.SnoozeDialog(Example.START.plus(Duration.ofHours(5))));
    world.later(1);
    world.desk.marks().tag(dialog, List.of("novo"), List.of("AVARIA", "urgente"));
    world.desk.marks().prioritize(dialog, Priority.HIGH);
    world.desk.rename(dialog, "Mesa");
    world.desk.marks().snooze(dialog, null);
    world.later(20);
    List<Intent> steps =
        sent().stream()
            .map(Command::intent)
            .dropWhile(done -> !(done instanceof Intent.SendMessage))
            .toList();
    assertThat(steps)
        .startsWith(
            new Intent.SendMessage("Oi!", false, null, List.of(), true),
            new Intent.TagDialog(List.of("frete"), List.of()),
            new Intent.TagDialog(List.of("novo"), List.of("AVARIA", "urgente")),
            new Intent.SetPriority(Priority.HIGH),
            new Intent.RenameDialog("Mesa"),
            new Intent.SnoozeDialog(null));
  }

  @Test
  void eachStepDependsOnTheOneBeforeAndWaitsWithIt() {
    world.desk.setUndoTime(Duration.ofSeconds(10));
    online(false);
    start(
        dialogs.subList(0, 1),
        new Intent.SendMessage("Oi!", false, null, List.of()),
        new Intent.TagDialog(List.of("frete"), List.of()),
        new Intent.SendMessage("só para nós", true, null, List.of()));
    world.desk.marks().tag(dialogs.getFirst(), List.of("meu"), List.of());
    world.time.settle();
    online(true);
    world.later(3);
    assertThat(sent()).as("only what the agent did besides").hasSize(1);
    assertThat(sent().getFirst().after()).isEmpty();
    world.later(20);
    List<Command> steps = sent().subList(1, 4);
    assertThat(steps)
        .extracting(Command::type)
        .containsExactly("message.send", "dialog.tag", "message.send");
    assertThat(steps.get(1).after()).containsExactly(steps.get(0).id());
    assertThat(steps.get(2).after()).containsExactly(steps.get(1).id());
  }
}
