package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.ChannelId;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.QueueMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings leave the desk by themselves, beside the outbox. */
class SessionAdministrationTest {
  private static final Intent ADD = new Intent.AddChannel("Oak", QueueMode.ALL, List.of());

  @TempDir Path folder;
  private DeskWorld world;
  private final List<Administration.Answer> answers = new ArrayList<>();

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.time.settle();
  }

  private void apply(Intent intent) {
    world.desk.administration().apply(intent, answers::add);
    world.time.settle();
  }

  private static Intent cap(int cap) {
    return new Intent.SetQueue(new ChannelId("channel"), null, null, null, cap, false, null, null);
  }

  private List<CommandId> ids() {
    return world.relay.received.stream().flatMap(List::stream).map(Command::id).toList();
  }

  @Test
  void whatWasAppliedIsDoneAndTheSameAgainIsAnother() {
    apply(ADD);
    apply(ADD);
    assertThat(answers)
        .containsExactly(new Administration.Done(null), new Administration.Done(null));
    assertThat(ids()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void whatTheRelayRefusesIsSaidWithItsReasonAndField() {
    world.relay.answers = command -> Outcome.rejected(command.id(), "invalid", "name");
    apply(ADD);
    world.relay.answers = command -> Outcome.held(command.id(), HeldReason.FORBIDDEN, null);
    apply(ADD);
    world.relay.commandFailures.add(ScriptedRelay.rejected(409, "id_reused"));
    apply(ADD);
    assertThat(answers)
        .containsExactly(
            new Administration.Refused("invalid", "name"),
            new Administration.Refused("forbidden", null),
            new Administration.Refused("id_reused", null));
  }

  @Test
  void whatGotNoAnswerIsAskedAgainUnderItsIdAndOnce() {
    world.relay.answers = command -> null;
    apply(ADD);
    assertThat(answers).isEmpty();
    world.later(60);
    assertThat(answers).containsExactly(new Administration.NoAnswer());
    world.relay.applyAll();
    apply(ADD);
    assertThat(ids().get(1)).isEqualTo(ids().get(0));
    apply(ADD);
    assertThat(ids().get(2)).isNotEqualTo(ids().get(0));
  }

  @Test
  void twoAtOnceKeepTheirOwnIds() {
    world.relay.answers =
        command ->
            command.type().equals("channel.add") ? null : Outcome.applied(command.id(), null);
    apply(ADD);
    apply(cap(3));
    world.later(60);
    apply(ADD);
    assertThat(ids().get(2)).isEqualTo(ids().get(0));
  }

  @Test
  void whatGotNoAnswerLongAgoIsAnotherWishNow() {
    world.relay.answers = command -> null;
    apply(cap(3));
    world.later(60);
    world.relay.applyAll();
    world.later(3_600);
    apply(cap(3));
    assertThat(ids()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void withoutALineNothingIsAsked() {
    world.desk.workOffline(true);
    world.time.settle();
    apply(ADD);
    assertThat(answers).containsExactly(new Administration.NoAnswer());
    assertThat(ids()).isEmpty();
  }
}
