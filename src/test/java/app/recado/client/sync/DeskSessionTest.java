package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.state.Connection;
import app.recado.client.state.HeldItem.Choice;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.protocol.Author;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskSessionTest {
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
  void firstContactFillsTheLists() {
    world.dialog(SessionStatus.NEW, null);
    world.time.settle();
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.ONLINE);
    assertThat(world.list(Tab.UNANSWERED)).containsExactly(Example.DIALOG);
    assertThat(desk().inbox().count(Tab.UNANSWERED).get()).isEqualTo(1);
    assertThat(desk().people()).extracting(user -> user.name()).containsExactly("Paula Reis");
    assertThat(world.messages())
        .extracting(one -> one.row().text())
        .containsExactly("Oi! Ainda tem a mesa Jatobá?");
  }

  @Test
  void coldStartWithoutTheRelayShowsEverything() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.relay.silent = true;
    world.restart();
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
    assertThat(world.messages()).hasSize(1);
    world.later(31);
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.OFFLINE);
  }

  @Test
  void aStartShowsTheFirstRowsAtOnceAndKeepsWhatIsDoneBeforeTheRestIsThere() {
    for (int i = 0; i < 150; i++) {
      DialogId dialog = new DialogId("d" + (100 + i));
      world.relay.put(
          Example.dialog(dialog, "c1", SessionStatus.ACCEPTED, Example.ME, Example.START, 1));
    }
    world.time.settle();
    world.relay.silent = true;
    desk().crash();
    world.desk = world.open();
    world.time.run(Duration.ofMillis(10));
    assertThat(world.list(Tab.MINE)).hasSize(100);
    DialogId shown = world.list(Tab.MINE).getFirst();
    desk().send(shown, "Tem sim!", false, null);
    desk().close();
    world.time.settle();
    world.desk = world.open();
    world.later(1);
    assertThat(world.list(Tab.MINE)).hasSize(150);
    assertThat(desk().connection().getValue().queued()).isEqualTo(1);
  }

  @Test
  void aReplyIsQueuedOfflineSurvivesACrashAndGoesOutOnceUnderTheSameId() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    world.time.settle();
    desk().send(Example.DIALOG, "Tem sim!", false, null);
    world.time.settle();
    assertThat(world.messages().getLast().state()).isEqualTo(SendState.QUEUED);
    assertThat(desk().connection().getValue().queued()).isEqualTo(1);
    var id = world.messages().getLast().command();

    world.relay.answers = command -> null;
    world.restart();
    desk().workOffline(false);
    world.time.settle();
    assertThat(world.relay.received).hasSize(1);
    world.relay.answers =
        command -> {
          long seq =
              world.relay.put(
                  Example.message(Example.DIALOG, 2, "Tem sim!", Author.agent(Example.ME)));
          return Outcome.applied(command.id(), seq);
        };
    world.restart();
    assertThat(world.relay.received).hasSize(2);
    assertThat(world.relay.received)
        .allSatisfy(batch -> assertThat(batch).extracting(Command::id).containsExactly(id));
  }

  @Test
  void aCutConnectionLeavesTheCommandWaitingUnderItsId() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.relay.commandFailures.add(new ApiException.Unreachable("cut", null));
    desk().send(Example.DIALOG, "Tem sim!", false, null);
    world.time.settle();
    assertThat(world.messages().getLast().state()).isEqualTo(SendState.QUEUED);
    world.later(2);
    assertThat(world.relay.received).hasSize(2);
    assertThat(world.relay.received.get(1)).isEqualTo(world.relay.received.get(0));
    assertThat(desk().connection().getValue().queued()).isZero();
  }

  @Test
  void aHeldReplyBecomesACardWithItsChainAndTheChosenWhisperIsANewCommand() {
    world.dialog(SessionStatus.NEW, null);
    world.time.settle();
    desk().workOffline(true);
    desk().accept(Example.DIALOG);
    world.time.settle();
    assertThat(world.list(Tab.MINE)).containsExactly(Example.DIALOG);
    assertThat(desk().inbox().item(Example.DIALOG).getValue().claimed()).isTrue();
    desk().send(Example.DIALOG, "Para Recife fica R$ 189", false, null);
    world.time.settle();
    world.relay.answers =
        command ->
            Outcome.held(
                command.id(),
                command.after().isEmpty() ? HeldReason.TAKEN : HeldReason.DEPENDS_ON_HELD,
                new Outcome.Now(null, null, Example.PAULA, Example.START));
    world.dialog(SessionStatus.ACCEPTED, Example.PAULA);
    desk().workOffline(false);
    world.time.settle();

    assertThat(world.relay.received.getFirst().get(1).after())
        .containsExactly(world.relay.received.getFirst().get(0).id());
    assertThat(world.list(Tab.TEAM)).containsExactly(Example.DIALOG);
    assertThat(desk().needsAttention()).hasSize(1);
    var card = desk().needsAttention().getFirst();
    assertThat(card.reason()).isEqualTo(HeldReason.TAKEN);
    assertThat(card.by()).isEqualTo("Paula Reis");
    assertThat(card.chain()).hasSize(2);
    assertThat(card.texts()).containsExactly("Para Recife fica R$ 189");
    assertThat(card.choices())
        .containsExactly(
            Choice.WHISPER_TO_OWNER,
            Choice.TAKE_OVER_AND_SEND,
            Choice.KEEP_AS_DRAFT,
            Choice.DISCARD);

    world.relay.applyAll();
    desk().resolve(card, Choice.WHISPER_TO_OWNER);
    world.time.settle();
    assertThat(desk().needsAttention()).isEmpty();
    Command whisper = world.relay.received.getLast().getFirst();
    assertThat(whisper.intent())
        .isEqualTo(new Intent.SendMessage("Para Recife fica R$ 189", true, null, List.of()));
    assertThat(card.chain()).doesNotContain(whisper.id());
  }

  @Test
  void editingAndDeletingWhatIsQueuedLeavesNoTrace() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    desk().send(Example.DIALOG, "Tem sin", false, null);
    desk().send(Example.DIALOG, "??", false, null);
    world.time.settle();
    var queued = world.messages();
    desk().edit(Example.DIALOG, queued.get(1).row().id(), "Tem sim");
    desk().delete(Example.DIALOG, queued.get(2).row().id());
    desk().workOffline(false);
    world.time.settle();
    assertThat(world.relay.received).hasSize(1);
    assertThat(world.relay.received.getFirst())
        .extracting(Command::intent)
        .containsExactly(new Intent.SendMessage("Tem sim", false, null, List.of()));
  }

  @Test
  void aDraftIsOnDiskWithinASecondAndSendingClearsIt() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Posso já deixar reserv", null);
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY).text())
        .isEqualTo("Posso já deixar reserv");
    world.later(1);
    world.restart();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY).text())
        .isEqualTo("Posso já deixar reserv");
    assertThat(desk().inbox().item(Example.DIALOG).getValue().draft())
        .isEqualTo("Posso já deixar reserv");
    desk().send(Example.DIALOG, "Posso já deixar reservado?", false, null);
    world.later(1);
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY)).isNull();
    world.restart();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY)).isNull();
  }

  @Test
  void onlyARevokedDeviceIsWiped() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.relay.syncFailures.add(ScriptedRelay.rejected(401, "token_dead"));
    world.restart();
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.SIGN_IN_NEEDED);
    assertThat(world.list(Tab.MINE)).hasSize(1);
    assertThat(world.wiped).isFalse();
    world.relay.syncFailures.add(ScriptedRelay.rejected(401, "device_revoked"));
    world.restart();
    assertThat(world.wiped).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatDependedOnADeletedUnsentMessageDoesNotWaitForItAnyMore() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    desk().send(Example.DIALOG, "uma", false, null);
    desk().send(Example.DIALOG, "duas", false, null);
    desk().send(Example.DIALOG, "três", false, null);
    world.time.settle();
    desk().delete(Example.DIALOG, world.messages().get(2).row().id());
    desk().workOffline(false);
    world.time.settle();

    List<Command> sent = world.relay.received.getFirst();
    assertThat(sent)
        .extracting(command -> ((Intent.SendMessage) command.intent()).text())
        .containsExactly("uma", "três");
    assertThat(sent.get(1).after()).containsExactly(sent.get(0).id());
  }

  @Test
  void whatWasWrittenAfterAHeldMessageFollowsTheChoiceMadeForIt() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.relay.answers =
        command ->
            Outcome.held(
                command.id(),
                HeldReason.TAKEN,
                new Outcome.Now(null, null, Example.PAULA, Example.START));
    desk().send(Example.DIALOG, "primeira", false, null);
    world.time.settle();
    desk().workOffline(true);
    desk().send(Example.DIALOG, "segunda", false, null);
    world.time.settle();
    desk().resolve(desk().needsAttention().getFirst(), Choice.TAKE_OVER_AND_SEND);
    world.relay.received.clear();
    desk().workOffline(false);
    world.time.settle();

    List<Command> sent = world.relay.received.getFirst();
    assertThat(sent)
        .extracting(Command::type)
        .containsExactly("dialog.takeOver", "message.send", "message.send");
    assertThat(((Intent.SendMessage) sent.get(2).intent()).text()).isEqualTo("segunda");
    assertThat(sent.get(2).after()).containsExactly(sent.get(0).id(), sent.get(1).id());
  }

  @Test
  void whatFollowsAQueuedReopeningBelongsToTheSessionThatItOpens() {
    world.dialog(SessionStatus.CLOSED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    desk().reopenWith(Example.DIALOG, "Chegou a mesa!");
    desk().send(Example.DIALOG, "Na mesma hora", false, null);
    world.time.settle();
    assertThat(desk().replyRefusal(Example.DIALOG)).isNull();
    desk().send(Example.DIALOG, "Quer que eu reserve?", false, null);
    world.time.settle();
    world.restart();
    desk().send(Example.DIALOG, "Posso esperar até sexta", false, null);
    desk().workOffline(false);
    world.time.settle();

    List<Command> sent = world.relay.received.getFirst();
    assertThat(sent).hasSize(4);
    assertThat(sent).allSatisfy(command -> assertThat(command.basis().session()).isNull());
    assertThat(sent.get(3).after())
        .containsExactly(sent.get(0).id(), sent.get(1).id(), sent.get(2).id());
  }

  /** Found by the simulation, seed 694837: its words were nowhere. */
  @Test
  void whatIsToReopenADialogThatHasJustGoneOutOfSightIsACard() {
    world.time.settle();
    world.relay.answers = command -> Outcome.rejected(command.id(), "not_found", "dialog");
    desk().reopenWith(Example.DIALOG, "Chegou a mesa!");
    world.later(1);
    assertThat(desk().needsAttention()).hasSize(1);
    assertThat(desk().needsAttention().getFirst().texts()).containsExactly("Chegou a mesa!");
  }

  @Test
  void aReopeningThatSomebodyForestalledIsOneCardWithWhatFollowedIt() {
    world.dialog(SessionStatus.CLOSED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    desk().reopenWith(Example.DIALOG, "Chegou a mesa!");
    desk().send(Example.DIALOG, "Quer que eu reserve?", false, null);
    world.relay.answers =
        command ->
            Outcome.held(
                command.id(),
                HeldReason.TAKEN,
                new Outcome.Now(null, null, Example.PAULA, Example.START));
    desk().workOffline(false);
    world.time.settle();

    assertThat(desk().needsAttention()).hasSize(1);
    assertThat(desk().needsAttention().getFirst().texts())
        .containsExactly("Chegou a mesa!", "Quer que eu reserve?");
  }

  @Test
  void aLostAcceptWithoutRepliesCanBecomeATakeover() {
    world.dialog(SessionStatus.NEW, null);
    world.time.settle();
    world.relay.answers =
        command ->
            Outcome.held(
                command.id(),
                HeldReason.TAKEN,
                new Outcome.Now(null, null, Example.PAULA, Example.START));
    world.dialog(SessionStatus.ACCEPTED, Example.PAULA);
    desk().accept(Example.DIALOG);
    world.time.settle();
    world.relay.push();
    world.time.settle();
    var card = desk().needsAttention().getFirst();
    assertThat(card.choices()).containsExactly(Choice.TAKE_OVER, Choice.DISCARD);

    world.relay.applyAll();
    desk().resolve(card, Choice.TAKE_OVER);
    world.time.settle();
    Command again = world.relay.received.getLast().getFirst();
    assertThat(again.intent()).isEqualTo(new Intent.TakeOverDialog());
    assertThat(again.basis().owner()).isEqualTo(Example.PAULA);
    assertThat(desk().needsAttention()).isEmpty();
  }

  @Test
  void workingOfflineByHandOutlivesARestart() {
    world.time.settle();
    desk().workOffline(true);
    world.time.settle();
    world.restart();
    world.later(60);
    assertThat(desk().connection().getValue().status())
        .isEqualTo(Connection.Status.OFFLINE_BY_HAND);
    desk().workOffline(false);
    world.time.settle();
    world.restart();
    assertThat(desk().connection().getValue().status()).isEqualTo(Connection.Status.ONLINE);
  }

  @Test
  void readingAPartLeavesTheRestUnreadAtOnce() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.relay.put(
        Example.dialog(Example.DIALOG, "c1", SessionStatus.ACCEPTED, Example.ME, Example.START, 4));
    world.relay.put(Example.message(Example.DIALOG, 2, "Oi?"));
    world.relay.put(Example.message(Example.DIALOG, 3, "Já vejo", Author.agent(Example.PAULA)));
    world.relay.put(Example.message(Example.DIALOG, 4, "Alô?"));
    world.relay.put(new ReadingRow(Example.DIALOG, 0, 3));
    world.time.settle();
    desk().workOffline(true);
    assertThat(unread()).isEqualTo(3);
    desk().markRead(Example.DIALOG, 1);
    world.time.settle();
    assertThat(unread()).isEqualTo(2);
    world.restart();
    assertThat(unread()).isEqualTo(2);
    desk().markRead(Example.DIALOG, 4);
    world.time.settle();
    assertThat(unread()).isZero();
  }

  private int unread() {
    return desk().inbox().item(Example.DIALOG).getValue().unread();
  }

  /** Found by the simulation, seed 38: it went to whatever session was open by then. */
  @Test
  void onlyMessagesFollowAReopeningIntoASessionThatNobodySaw() {
    world.dialog(SessionStatus.CLOSED, Example.ME);
    world.time.settle();
    desk().workOffline(true);
    desk().reopenWith(Example.DIALOG, "Chegou a mesa!");
    desk().transferToUser(Example.DIALOG, Example.PAULA, null, false);
    desk().workOffline(false);
    world.time.settle();
    Command transfer = world.relay.received.getFirst().getLast();
    assertThat(transfer.type()).isEqualTo("dialog.transfer");
    assertThat(transfer.basis().session().value()).isEqualTo("s-d1");
    assertThat(transfer.after()).containsExactly(world.relay.received.getFirst().getFirst().id());
  }
}
