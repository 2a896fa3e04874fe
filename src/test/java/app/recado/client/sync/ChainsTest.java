package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainsTest {
  private static final OutboxEntry ACCEPT =
      entry("accept", new Intent.AcceptDialog(), OutboxState.WAITING);
  private static final OutboxEntry REPLY = entry("reply", send(false), OutboxState.WAITING);
  private static final OutboxEntry WHISPER = entry("whisper", send(true), OutboxState.WAITING);

  private static Intent send(boolean whisper) {
    return new Intent.SendMessage("Oi", whisper, null, List.of());
  }

  private static OutboxEntry entry(String id, Intent intent, OutboxState state) {
    return new OutboxEntry(
        1,
        Command.of(new CommandId(id), Example.DIALOG, null, List.of(), intent, Example.START),
        state,
        false,
        null);
  }

  private static List<String> after(Intent intent, boolean owned, OutboxEntry... earlier) {
    return Chains.after(intent, List.of(earlier), owned).stream().map(CommandId::value).toList();
  }

  @Test
  void aReplyDependsOnTheClaimAndTheRepliesBeforeIt() {
    assertThat(after(send(false), false, ACCEPT, REPLY, WHISPER))
        .containsExactly("accept", "reply");
  }

  @Test
  void aWhisperDependsOnNothing() {
    assertThat(after(send(true), false, ACCEPT, REPLY, WHISPER)).isEmpty();
  }

  @Test
  void finishingDependsOnEveryMessageBeforeIt() {
    assertThat(after(new Intent.FinishDialog(), false, ACCEPT, REPLY, WHISPER))
        .containsExactly("accept", "reply", "whisper");
  }

  @Test
  void anEditDependsOnItsMessageAlone() {
    assertThat(after(new Intent.EditMessage(new MessageId("reply"), "Olá"), true, ACCEPT, REPLY))
        .containsExactly("reply");
  }

  @Test
  void whatIsAppliedNeedNotBeWaitedFor() {
    assertThat(
            after(
                send(false), true, entry("accept", new Intent.AcceptDialog(), OutboxState.APPLIED)))
        .isEmpty();
  }

  @Test
  void aReplyNeverOvertakesAHeldOne() {
    assertThat(after(send(false), true, entry("reply", send(false), OutboxState.HELD)))
        .containsExactly("reply");
  }

  @Test
  void aLostClaimIsHistoryOnceTheDialogIsMineOrClaimedAnew() {
    OutboxEntry lost = entry("accept", new Intent.AcceptDialog(), OutboxState.HELD);
    OutboxEntry again = entry("take", new Intent.TakeOverDialog(), OutboxState.WAITING);
    assertThat(after(send(false), false, lost)).containsExactly("accept");
    assertThat(after(send(false), true, lost)).isEmpty();
    assertThat(after(send(false), false, lost, again)).containsExactly("take");
  }
}
