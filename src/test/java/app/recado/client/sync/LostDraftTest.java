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
  @Test
  void whatAMessageGrewFromHereIsNoLoss() {
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
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "#", null);
    world.later(5);
    world.relay.push();
    world.time.settle();
    desk().saveDraft(Example.DIALOG, DraftKind.REPLY, "Olá, Marina!", null);
    desk().send(Example.DIALOG, "Olá, Marina!", false, null);
    world.later(1);
    world.relay.push();
    world.time.settle();
    assertThat(desk().draft(Example.DIALOG, DraftKind.REPLY)).isNull();
  }

  private app.recado.protocol.Row lastPut() {
    return ((app.recado.protocol.Change.Put) world.relay.log.getLast()).row();
  }
}
