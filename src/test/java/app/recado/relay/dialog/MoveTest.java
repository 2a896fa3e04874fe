package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.whisper;
import static app.recado.relay.dialog.Shop.held;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.DialogRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going on with one message in a conversation of its own. */
class MoveTest extends ShopTest {

  @BeforeEach
  void anaAnswers() {
    shop.must(shop.ana, new Intent.AcceptDialog());
  }

  @Test
  void oneSessionEndsInSilenceAndItsChildBegins() {
    shop.must(shop.bruno, new Intent.JoinDialog());
    shop.must(shop.ana, new Intent.SetPriority(Priority.HIGH));
    DialogRow.Session before = shop.session();
    Command move = move(last());
    shop.world.apply(shop.ana, move);

    DialogRow row = shop.world.dialog(shop.sara, shop.dialog);
    DialogRow.Session after = row.session();
    assertThat(after.id().value()).isEqualTo(move.id().value());
    assertThat(after.parent()).isEqualTo(before.id());
    assertThat(after.number()).isEqualTo(before.number() + 1);
    assertThat(after.status()).isEqualTo(SessionStatus.ACCEPTED);
    assertThat(after.owner()).isEqualTo(shop.ana.user());
    assertThat(after.waitingSince()).isEqualTo(before.waitingSince());
    assertThat(row.participants()).isEmpty();
    assertThat(row.priority()).isEqualTo(Priority.HIGH);
    assertThat(sessions()).containsExactly("closed_silently", "open");
    assertThat(shop.events()).endsWith("moved", "copied");
  }

  @Test
  void theCopySaysWhatWasSaidAndIsNoMessage() {
    MessageRow original = last();
    shop.world.apply(shop.ana, move(original));
    MessageRow copy = shop.world.timeline(shop.ana, shop.dialog).getLast();
    assertThat(copy.text()).isEmpty();
    assertThat(event(copy).text()).isEqualTo("Hello?");
    assertThat(event(copy).from()).isNull();
    assertThat(copy.quote()).isEqualTo(original.id());
    assertThat(copy.isPublic()).isFalse();
    assertThat(Objects.requireNonNull(shop.world.dialog(shop.ana, shop.dialog).lastMessage()).id())
        .isEqualTo(original.id());
    assertThat(said(shop.tries(shop.ana, new Intent.EditMessage(copy.id(), "x"))))
        .isEqualTo("rejected not_found message");
    assertThat(said(shop.tries(shop.ana, new Intent.MoveToNew(copy.id()))))
        .isEqualTo("rejected not_found message");
  }

  @Test
  void theCustomerGetsNothingNotEvenANews() {
    shop.must(shop.ana, whisper("the zebra is ours"));
    MessageRow secret = shop.world.timeline(shop.ana, shop.dialog).getLast();
    long version = version();
    long shown = publicMessages();
    shop.world.apply(shop.ana, move(secret));
    assertThat(version()).isEqualTo(version);
    assertThat(publicMessages()).isEqualTo(shown);
    MessageRow copy = shop.world.timeline(shop.ana, shop.dialog).getLast();
    assertThat(copy.whisper()).isTrue();
    assertThat(event(copy).from()).isEqualTo(shop.ana.user());
  }

  @Test
  void whatIsDeletedGoesWithItsCopies() {
    Command sent = shop.world.command(shop.dialog, null, reply("by mistake"));
    shop.world.apply(shop.ana, sent);
    MessageId message = new MessageId(sent.id().value());
    shop.must(shop.ana, new Intent.MoveToNew(message));
    shop.must(shop.ana, new Intent.DeleteMessage(message));
    assertThat(shop.world.timeline(shop.ana, shop.dialog))
        .allSatisfy(row -> assertThat(row.toString()).doesNotContain("by mistake"));
  }

  @Test
  void theCustomersNextMessageComesIntoTheChild() {
    shop.world.apply(shop.ana, move(last()));
    shop.must(shop.ana, reply("now about this"));
    shop.customer("yes?");
    assertThat(shop.status()).isEqualTo(SessionStatus.CUSTOMER_AGAIN);
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(sessions()).containsExactly("closed_silently", "closed");
    shop.customer("once more");
    assertThat(shop.session().parent()).isNull();
  }

  @Test
  void onlyWhoeverHasItAndOnlyAsItWasSeen() {
    Basis seen = shop.seenBy(shop.ana);
    Intent move = new Intent.MoveToNew(last().id());
    assertThat(said(shop.does(shop.bruno, shop.seenBy(shop.bruno), move)))
        .isEqualTo(held(HeldReason.FORBIDDEN));
    shop.must(shop.bruno, new Intent.TakeOverDialog());
    assertThat(said(shop.does(shop.ana, seen, move))).isEqualTo(held(HeldReason.TAKEN));
    shop.must(shop.bruno, move);
    assertThat(said(shop.does(shop.ana, seen, move))).isEqualTo(held(HeldReason.CLOSED));
    assertThat(said(shop.does(shop.bruno, seen, reply("late")))).isEqualTo(held(HeldReason.CLOSED));
  }

  @Test
  void whatIsNoMessageOfItCannotBeMoved() {
    MessageId elsewhere = last().id();
    shop.fresh();
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(said(shop.tries(shop.ana, new Intent.MoveToNew(elsewhere))))
        .isEqualTo("rejected not_found message");
    MessageId note = shop.world.timeline(shop.ana, shop.dialog).getFirst().id();
    assertThat(said(shop.tries(shop.ana, new Intent.MoveToNew(note)))).contains("message");
  }

  private static MessageRow last() {
    return shop.world.timeline(shop.ana, shop.dialog).stream()
        .filter(row -> row.event() == null)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static app.recado.protocol.SystemEvent event(MessageRow row) {
    return Objects.requireNonNull(row.event());
  }

  private static Command move(MessageRow message) {
    return shop.world.command(shop.dialog, null, new Intent.MoveToNew(message.id()));
  }

  private static long version() {
    return number("SELECT public_version FROM dialog WHERE id = ?");
  }

  private static long publicMessages() {
    return number(
        "SELECT COUNT(*) FROM message WHERE dialog_id = ? AND public_position IS NOT NULL");
  }

  private static long number(String query) {
    return shop.world.database.read(tx -> tx.number(query, shop.dialog));
  }

  private static List<String> sessions() {
    return shop.world.database.read(tx ->
        tx.list(
            "SELECT coalesce(status, 'open') FROM session WHERE dialog_id = ? ORDER BY number",
            row -> row.text(1),
            shop.dialog));
  }
}
