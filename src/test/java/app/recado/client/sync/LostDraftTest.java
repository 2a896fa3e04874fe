package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that lost against a newer one on another device. */
class LostDraftTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
  }

  private DeskSession desk() {
    return world.desk;
  }

  private void lost() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    put("daqui a pouco", 3, "amanhã cedo");
    world.time.settle();
    world.relay.answers = this::saved;
  }

  private void put(String text, long version, @Nullable String lost) {
    world.relay.put(
        new DraftRow(
            Example.DIALOG,
            DraftKind.REPLY,
            text,
            List.of(),
            List.of(),
            null,
            version,
            lost,
            List.of(),
            Example.START));
  }

  /** As the relay: a save that says what was lost lets go of it. */
  private Outcome saved(Command command) {
    Intent.SaveDraft save = (Intent.SaveDraft) command.intent();
    put(save.text(), save.version() + 1, null);
    return Outcome.applied(command.id(), null);
  }

  private void decide(boolean take) {
    desk().resolveLostDraft(Example.DIALOG, DraftKind.REPLY, take);
    world.later(5);
    world.relay.push();
    world.later(5);
    world.relay.push();
    world.later(5);
  }

  @Test
  void isShownUntilTheAgentDecides() {
    lost();
    var draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    assertThat(draft.text()).isEqualTo("daqui a pouco");
    assertThat(draft.lost()).isEqualTo("amanhã cedo");
  }

  @Test
  void takenItReplacesTheOther() {
    lost();
    decide(true);
    var draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    assertThat(draft.text()).isEqualTo("amanhã cedo");
    assertThat(draft.lost()).isNull();
  }

  @Test
  void droppedTheOtherStays() {
    lost();
    decide(false);
    var draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    assertThat(draft.text()).isEqualTo("daqui a pouco");
    assertThat(draft.lost()).isNull();
    assertThat(((DraftRow) lastPut()).text()).isEqualTo("daqui a pouco");
  }

  /** As the relay: what was sent is not what stands in the draft, so that is kept. */
  private void keepingWhatWasNotSent() {
    world.dialog(SessionStatus.ACCEPTED, Example.ME);
    world.time.settle();
    world.relay.answers =
        command -> {
          if (command.intent() instanceof Intent.SaveDraft save) {
            put(save.text(), save.version() + 1, null);
          } else {
            put("", 2, "#");
          }
          return Outcome.applied(command.id(), null);
        };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAMessageGrewFromHereIsNoLoss(boolean sentBeforeItIsSaved) {
    keepingWhatWasNotSent();
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "#", null);
    world.later(5);
    world.relay.push();
    world.time.settle();
    if (!sentBeforeItIsSaved) {
      desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Olá, Marina!", null);
    }
    desk().send(Example.DIALOG, "Olá, Marina!", false, null);
    world.later(1);
    world.relay.push();
    world.time.settle();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY)).isNull();
  }

  @Test
  void norIfAnotherMessageFollowedOffline() {
    keepingWhatWasNotSent();
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "#", null);
    world.later(5);
    world.relay.push();
    world.time.settle();
    desk().workOffline(true);
    desk().send(Example.DIALOG, "Olá, Marina!", false, null);
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Tudo", null);
    world.later(5);
    desk().send(Example.DIALOG, "Tudo bem?", false, null);
    world.later(5);
    desk().workOffline(false);
    world.later(5);
    world.relay.push();
    world.time.settle();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY)).isNull();
  }

  /** What another device had written is not known to be this message. */
  @Test
  void butWhatAnotherDeviceWroteMeanwhileIs() {
    keepingWhatWasNotSent();
    put("#", 1, null);
    world.relay.push();
    world.time.settle();
    desk().send(Example.DIALOG, "Olá, Marina!", false, null);
    world.later(1);
    world.relay.push();
    world.time.settle();
    var draft = desk().draft(Example.DIALOG, DraftKind.REPLY);
    assertThat(draft.lost()).isEqualTo("#");
  }

  private app.recado.protocol.Row lastPut() {
    return ((app.recado.protocol.Change.Put) world.relay.log.getLast()).row();
  }
}
