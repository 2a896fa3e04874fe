package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.whisper;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Once each, and what can never succeed. */
class CommandsTest extends ShopTest {

  @Test
  void theSameCommandAgainGetsTheFirstOutcome() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    Command send = shop.world.command(shop.dialog, null, reply("once"));
    Outcome first = shop.world.apply(shop.ana, send);
    shop.must(shop.sara, new Intent.MarkSpam());
    assertThat(shop.world.apply(shop.ana, send)).isEqualTo(first);
    assertThat(shop.world.relay.commands().apply(shop.ana, List.of(send, send)))
        .containsExactly(first, first);
    assertThat(shop.world.timeline(shop.ana, shop.dialog))
        .filteredOn(message -> message.text().equals("once"))
        .hasSize(1);
  }

  @Test
  void whatWasHeldStaysHeldUnderItsId() {
    Command send = shop.world.command(shop.dialog, null, reply("not mine yet"));
    assertThat(said(shop.world.apply(shop.ana, send))).isEqualTo("held forbidden");
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(said(shop.world.apply(shop.ana, send))).isEqualTo("held forbidden");
  }

  @Test
  void theSameIdWithAnotherBodyIsRefusedAndNothingOfTheBatchApplied() {
    Command first = shop.world.command(shop.dialog, null, whisper("one"));
    shop.world.apply(shop.ana, first);
    Command other =
        Command.of(
            first.id(), shop.dialog, null, List.of(), whisper("two"), shop.world.clock.instant());
    Command innocent = shop.world.command(shop.dialog, null, whisper("three"));
    assertThatThrownBy(() -> shop.world.relay.commands().apply(shop.ana, List.of(innocent, other)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(409);
              assertThat(refusal.body().error().details().get("id").getAsString())
                  .isEqualTo(first.id().value());
            });
    assertThat(shop.world.timeline(shop.ana, shop.dialog))
        .extracting(MessageRow::text)
        .doesNotContain("two", "three");
    assertThatThrownBy(() -> shop.world.apply(shop.bruno, first))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
  }

  @Test
  void anUnknownTypeIsMalformed() {
    Command odd =
        new Command(
            shop.world.command(null, null, new Intent.JoinDialog()).id(),
            "dialog.explode",
            shop.dialog,
            null,
            List.of(),
            new JsonObject(),
            null);
    assertThatThrownBy(() -> shop.world.apply(shop.ana, odd))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
  }

  @Test
  void whatCanNeverSucceedIsRejectedWithItsField() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(said(shop.tries(shop.ana, reply("  \n")))).isEqualTo("rejected empty text");
    assertThat(said(shop.tries(shop.ana, reply("x".repeat(10_001)))))
        .isEqualTo("rejected too_long text");
    assertThat(said(shop.tries(shop.ana, reply("x".repeat(10_000))))).isEqualTo("applied");
    assertThat(said(shop.tries(shop.ana, new Intent.RenameDialog("   "))))
        .isEqualTo("rejected empty title");
    assertThat(said(shop.tries(shop.ana, new Intent.RenameDialog("x".repeat(121)))))
        .isEqualTo("rejected too_long title");
    assertThat(said(shop.tries(shop.ana, new Intent.RenameDialog("😀".repeat(120)))))
        .isEqualTo("applied");
    assertThat(said(shop.tries(shop.ana, new Intent.TransferDialog(null, null, null, false))))
        .isEqualTo("rejected one_target user");
    assertThat(
            said(
                shop.tries(
                    shop.ana, new Intent.TransferDialog(shop.ana.user(), null, null, false))))
        .isEqualTo("rejected to_self user");
  }

  @Test
  void aWhisperIsNeverQuotedInPublic() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    Command secret = shop.world.command(shop.dialog, null, whisper("secret"));
    shop.world.apply(shop.ana, secret);
    MessageId id = new MessageId(secret.id().value());
    Intent open = new Intent.SendMessage("see", false, id, List.of());
    assertThat(said(shop.tries(shop.ana, open))).isEqualTo("rejected quotes_whisper quote");
    Intent hidden = new Intent.SendMessage("see", true, id, List.of());
    assertThat(said(shop.tries(shop.ana, hidden))).isEqualTo("applied");
  }

  @Test
  void editedAndDeletedMessagesAreFoundByWhatTheySayNow() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    Command sent = shop.world.command(shop.dialog, null, reply("The sofa is grün"));
    shop.world.apply(shop.ana, sent);
    MessageId id = new MessageId(sent.id().value());
    shop.must(shop.ana, new Intent.EditMessage(id, "The divan is azúl"));
    assertThat(found("grun")).isEmpty();
    assertThat(found("azul")).containsExactly("The divan is azúl");
    shop.must(shop.ana, new Intent.DeleteMessage(id));
    assertThat(found("azul")).isEmpty();
    assertThat(shop.world.timeline(shop.ana, shop.dialog).getLast().deletedAt()).isNotNull();
    assertThat(said(shop.tries(shop.ana, new Intent.EditMessage(id, "again"))))
        .isEqualTo("rejected deleted message");
  }

  @Test
  void whatIsEditedAfterItWasIndexedInPassingIsNotFoundByItsOldWords() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    Command sent = shop.world.command(shop.dialog, null, reply("by train"));
    shop.world.apply(shop.ana, sent);
    shop.world.relay.tick();
    shop.must(shop.ana, reply("or not"));
    MessageId id = new MessageId(sent.id().value());
    shop.must(shop.ana, new Intent.EditMessage(id, "by ship"));
    assertThat(found("by")).containsExactly("by ship");
    assertThat(found("train")).isEmpty();
    assertThat(found("not")).containsExactly("or not");
  }

  private List<String> found(String query) {
    return shop.world.relay.history().search(shop.ana, query, null, 10).messages().stream()
        .map(entry -> entry.message().text())
        .toList();
  }

  @Test
  void unreadCountsTheCustomersMessagesSinceTheLastRead() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.customer("two");
    assertThat(reading(shop.ana).unread()).isEqualTo(2);
    long position = shop.world.timeline(shop.ana, shop.dialog).getLast().position();
    shop.must(shop.ana, new Intent.MarkRead(position));
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, position, 0));
    shop.must(shop.ana, reply("mine do not count"));
    shop.customer("three");
    shop.must(shop.ana, new Intent.MarkRead(1));
    assertThat(reading(shop.ana)).isEqualTo(new ReadingRow(shop.dialog, position, 1));
  }

  @Test
  void theNewerDraftWinsAndTheLoserIsKeptUntilItIsTakenOrDropped() {
    Caller laptop = shop.world.signIn("ana", "laptop");
    shop.must(shop.ana, draft("from the desk", 0));
    shop.must(laptop, draft("from the laptop", 0));
    assertThat(draft(shop.ana))
        .extracting(DraftRow::text, DraftRow::lost, DraftRow::version)
        .containsExactly("from the laptop", "from the desk", 2L);
    shop.must(laptop, draft("from the laptop, more", 2));
    assertThat(draft(shop.ana).lost()).isEqualTo("from the desk");
    shop.must(laptop, draft("from the desk", 3));
    assertThat(draft(shop.ana).lost()).isNull();
  }

  @Test
  void sendingClearsTheDraft() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, draft("Good mor", 0));
    shop.must(shop.ana, reply("Good morning"));
    assertThat(draft(shop.ana))
        .extracting(DraftRow::text, DraftRow::lost)
        .containsExactly("", null);
  }

  @Test
  void whatWasNotWrittenWhereDraftsAreLeavesThemAsTheyAre() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, draft("Good mor", 0));
    shop.must(shop.ana, new Intent.SendMessage("From a macro", false, null, List.of(), true));
    assertThat(draft(shop.ana))
        .extracting(DraftRow::text, DraftRow::lost, DraftRow::version)
        .containsExactly("Good mor", null, 1L);
  }

  private static Intent draft(String text, long version) {
    return new Intent.SaveDraft(DraftKind.REPLY, text, List.of(), null, version);
  }

  private DraftRow draft(Caller caller) {
    return (DraftRow) mine(caller, RowKind.DRAFT);
  }

  private ReadingRow reading(Caller caller) {
    return (ReadingRow) mine(caller, RowKind.READING);
  }

  private Row mine(Caller caller, RowKind kind) {
    List<Row> rows =
        shop.world.relay.changes().page(caller, null, 1_000).changes().stream()
            .filter(change -> change.kind() == kind)
            .filter(change -> change.id().startsWith(shop.dialog.value()))
            .map(change -> ((Change.Put) change).row())
            .toList();
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }
}
