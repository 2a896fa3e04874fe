package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoalescingTest {
  private static final Intent.SendMessage SEND =
      new Intent.SendMessage("Oi", false, null, List.of());

  private static OutboxEntry entry(String id, Intent intent, boolean tried, OutboxState state) {
    return new OutboxEntry(
        1,
        Command.of(new CommandId(id), Example.DIALOG, null, List.of(), intent, Example.START),
        state,
        tried,
        null);
  }

  private static OutboxEntry unsent(String id, Intent intent) {
    return entry(id, intent, false, OutboxState.WAITING);
  }

  private static OutboxEntry tried(String id, Intent intent) {
    return entry(id, intent, true, OutboxState.WAITING);
  }

  private static Coalescing of(Intent intent, OutboxEntry... entries) {
    return Coalescing.of(Example.DIALOG, intent, List.of(entries));
  }

  private static Coalescing rewrite(String id, Intent intent) {
    return new Coalescing.Rewrite(new CommandId(id), intent);
  }

  @Test
  void anEditOfAnUnsentMessageRewritesIt() {
    assertThat(of(new Intent.EditMessage(new MessageId("m"), "Olá"), unsent("m", SEND)))
        .isEqualTo(rewrite("m", new Intent.SendMessage("Olá", false, null, List.of())));
  }

  @Test
  void anEditOfAHeldMessageEditsTheHeldText() {
    assertThat(
            of(
                new Intent.EditMessage(new MessageId("m"), "Olá"),
                entry("m", SEND, true, OutboxState.HELD)))
        .isEqualTo(rewrite("m", new Intent.SendMessage("Olá", false, null, List.of())));
  }

  @Test
  void onceTriedAnEditOrDeletionIsACommandOfItsOwn() {
    assertThat(of(new Intent.EditMessage(new MessageId("m"), "Olá"), tried("m", SEND)))
        .isEqualTo(new Coalescing.Separate());
    assertThat(of(new Intent.DeleteMessage(new MessageId("m")), tried("m", SEND)))
        .isEqualTo(new Coalescing.Separate());
  }

  @Test
  void deletingAnUnsentMessageCancelsIt() {
    assertThat(of(new Intent.DeleteMessage(new MessageId("m")), unsent("m", SEND)))
        .isEqualTo(new Coalescing.Cancel(List.of(new CommandId("m"))));
  }

  @Test
  void renamingTwiceRenamesOnce() {
    Intent second = new Intent.RenameDialog("mesa Jatobá");
    assertThat(of(second, unsent("r", new Intent.RenameDialog("mesa"))))
        .isEqualTo(rewrite("r", second));
    assertThat(of(second, tried("r", new Intent.RenameDialog("mesa"))))
        .isEqualTo(new Coalescing.Separate());
  }

  @Test
  void aSnoozeBehindAMessageIsNotThatBeforeIt() {
    Intent first = new Intent.SnoozeDialog(Example.START.plusSeconds(60));
    Intent second = new Intent.SnoozeDialog(Example.START.plusSeconds(120));
    Intent whisper = new Intent.SendMessage("Oi", true, null, List.of());
    assertThat(of(second, unsent("s", first), unsent("m", SEND)))
        .isEqualTo(new Coalescing.Separate());
    assertThat(of(second, unsent("m", SEND), unsent("s", first))).isEqualTo(rewrite("s", second));
    assertThat(of(second, unsent("s", first), unsent("w", whisper)))
        .isEqualTo(rewrite("s", second));
  }

  @Test
  void aResponseChangedBeforeItLeftIsStillOfTheMessageItWasMadeFrom() {
    Intent.SaveCanned made = response("Segue", new MessageId("m"));
    assertThat(of(response("Segue já", null), unsent("c", made)))
        .isEqualTo(rewrite("c", response("Segue já", new MessageId("m"))));
  }

  private static Intent.SaveCanned response(String text, @Nullable MessageId source) {
    return new Intent.SaveCanned(
        new CannedId("c1"), CannedScope.PERSONAL, null, "", "Preços", "", text, List.of(), source);
  }

  @Test
  void pinAndUnpinCancelEachOther() {
    assertThat(of(new Intent.UnpinDialog(), unsent("p", new Intent.PinDialog())))
        .isEqualTo(new Coalescing.Cancel(List.of(new CommandId("p"))));
    assertThat(of(new Intent.UnpinDialog(), tried("p", new Intent.PinDialog())))
        .isEqualTo(new Coalescing.Separate());
  }

  @Test
  void readingNeverGoesBackwards() {
    assertThat(of(new Intent.MarkRead(3), unsent("r", new Intent.MarkRead(7))))
        .isEqualTo(rewrite("r", new Intent.MarkRead(7)));
  }

  @Test
  void theLaterOfReadAndUnreadCountsUnlessThatDependsOnWhatWasRead() {
    Intent from = new Intent.MarkUnread(4L);
    Intent newest = new Intent.MarkUnread(null);
    assertThat(of(from, unsent("r", new Intent.MarkRead(7)))).isEqualTo(rewrite("r", from));
    assertThat(of(new Intent.MarkRead(3), unsent("r", from)))
        .isEqualTo(rewrite("r", new Intent.MarkRead(3)));
    assertThat(of(newest, unsent("r", new Intent.MarkRead(7))))
        .isEqualTo(new Coalescing.Separate());
    assertThat(of(newest, unsent("r", from))).isEqualTo(rewrite("r", from));
    assertThat(of(from, tried("r", new Intent.MarkRead(7)))).isEqualTo(new Coalescing.Separate());
  }

  @Test
  void muteAndFollowAreEachCancelledByTheirOppositeAlone() {
    assertThat(
            of(
                new Intent.UnmuteDialog(),
                unsent("m", new Intent.MuteDialog()),
                unsent("f", new Intent.FollowDialog())))
        .isEqualTo(new Coalescing.Cancel(List.of(new CommandId("m"))));
    assertThat(of(new Intent.UnfollowDialog(), tried("f", new Intent.FollowDialog())))
        .isEqualTo(new Coalescing.Separate());
  }

  @Test
  void aDraftSavedAgainReplacesTheUnsentSaveOfItsKind() {
    Intent.SaveDraft reply = new Intent.SaveDraft(DraftKind.REPLY, "Posso", List.of(), null, 0);
    Intent.SaveDraft more = new Intent.SaveDraft(DraftKind.REPLY, "Posso já", List.of(), null, 0);
    Intent.SaveDraft whisper =
        new Intent.SaveDraft(DraftKind.WHISPER, "ela é antiga", List.of(), null, 0);
    assertThat(of(more, unsent("d", reply))).isEqualTo(rewrite("d", more));
    assertThat(of(whisper, unsent("d", reply))).isEqualTo(new Coalescing.Separate());
  }
}
