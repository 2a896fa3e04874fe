package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Author;
import app.recado.protocol.Basis;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayTest {
  private static final DialogRow NEW = Example.dialog(Example.DIALOG, SessionStatus.NEW, null);
  private static final DialogRow MINE =
      Example.dialog(Example.DIALOG, SessionStatus.CUSTOMER_AGAIN, Example.ME);
  private static final Intent.SendMessage REPLY =
      new Intent.SendMessage("Tem\n sim", false, null, List.of());

  private static OutboxEntry entry(Intent intent, OutboxState state, Basis basis) {
    return new OutboxEntry(
        1,
        Command.of(new CommandId("x"), Example.DIALOG, basis, List.of(), intent, Example.START),
        state,
        false,
        null);
  }

  private static DialogRow shown(DialogRow truth, Intent... intents) {
    List<OutboxEntry> entries = new ArrayList<>();
    for (Intent intent : intents) {
      entries.add(entry(intent, OutboxState.WAITING, null));
    }
    return Overlay.apply(truth, entries, Example.ME);
  }

  @Test
  void nothingPendingShowsTheTruth() {
    assertThat(Overlay.apply(NEW, List.of(), Example.ME)).isEqualTo(NEW);
  }

  @Test
  void aTentativeClaimMakesItMineAndAReplyUnderItCounts() {
    DialogRow shown = shown(NEW, new Intent.AcceptDialog(), REPLY);
    assertThat(shown.session().owner()).isEqualTo(Example.ME);
    assertThat(shown.session().status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    assertThat(shown.lastMessage().snippet()).isEqualTo("Tem sim");
  }

  @Test
  void aClaimOfWhatSomebodyHasChangesNothing() {
    DialogRow taken = Example.dialog(Example.DIALOG, SessionStatus.ACCEPTED, Example.PAULA);
    assertThat(shown(taken, new Intent.AcceptDialog())).isEqualTo(taken);
    assertThat(shown(taken, new Intent.TakeOverDialog()).session().owner()).isEqualTo(Example.ME);
  }

  @Test
  void heldAndRejectedChangeNothing() {
    for (OutboxState state : List.of(OutboxState.HELD, OutboxState.REJECTED)) {
      assertThat(
              Overlay.apply(
                  MINE, List.of(entry(new Intent.FinishDialog(), state, null)), Example.ME))
          .isEqualTo(MINE);
    }
  }

  @Test
  void aWhisperNeverChangesTheStatus() {
    DialogRow shown = shown(MINE, new Intent.SendMessage("psst", true, null, List.of()));
    assertThat(shown.session()).isEqualTo(MINE.session());
    assertThat(shown.lastMessage().whisper()).isTrue();
  }

  @Test
  void whereADialogGoesIsShown() {
    assertThat(shown(MINE, new Intent.FinishDialog()).session().status())
        .isEqualTo(SessionStatus.CLOSED);
    assertThat(shown(MINE, new Intent.MarkSpam()).session().status()).isEqualTo(SessionStatus.SPAM);
    DialogRow skipped = shown(MINE, new Intent.SkipDialog());
    assertThat(skipped.session().status()).isEqualTo(SessionStatus.RETURNED);
    assertThat(skipped.session().owner()).isNull();
    DialogRow given = shown(MINE, new Intent.TransferDialog(Example.PAULA, null, null, true));
    assertThat(given.session().owner()).isEqualTo(Example.PAULA);
    assertThat(given.participants()).containsExactly(Example.ME);
    ChannelId other = new ChannelId("norte");
    DialogRow returned = shown(MINE, new Intent.TransferDialog(null, other, null, false));
    assertThat(returned.session().channel()).isEqualTo(other);
    assertThat(returned.session().owner()).isNull();
  }

  @Test
  void reopeningShowsANewConversationOfMine() {
    DialogRow closed = Example.dialog(Example.DIALOG, SessionStatus.CLOSED, Example.PAULA);
    OutboxEntry reopen =
        entry(REPLY, OutboxState.WAITING, new Basis(null, null, Example.CHANNEL, null));
    DialogRow shown = Overlay.apply(closed, List.of(reopen), Example.ME);
    assertThat(shown.session().status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    assertThat(shown.session().owner()).isEqualTo(Example.ME);
  }

  @Test
  void editsAndDeletionsLieOverTheMessage() {
    MessageRow truth = Example.message(Example.DIALOG, 1, "Oi", Author.agent(Example.ME));
    MessageId id = truth.id();
    OutboxEntry edit = entry(new Intent.EditMessage(id, "Olá"), OutboxState.SENDING, null);
    OutboxEntry delete = entry(new Intent.DeleteMessage(id), OutboxState.WAITING, null);
    assertThat(Overlay.apply(truth, List.of(edit)).text()).isEqualTo("Olá");
    MessageRow gone = Overlay.apply(truth, List.of(edit, delete));
    assertThat(gone.text()).isEmpty();
    assertThat(gone.deletedAt()).isNotNull();
  }
}
