package app.recado.relay.dialog;

import static app.recado.protocol.HeldReason.CHANNEL_OFF;
import static app.recado.protocol.HeldReason.CLOSED;
import static app.recado.protocol.HeldReason.DEPENDS_ON_HELD;
import static app.recado.protocol.HeldReason.FORBIDDEN;
import static app.recado.protocol.HeldReason.SPAM;
import static app.recado.protocol.HeldReason.TAKEN;
import static app.recado.protocol.HeldReason.TRANSFERRED;
import static app.recado.protocol.HeldReason.UNSEEN_CUSTOMER_MESSAGE;
import static app.recado.protocol.HeldReason.UNSEEN_REPLY;
import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.transfer;
import static app.recado.relay.RelayWorld.whisper;
import static app.recado.relay.dialog.Shop.held;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Outcome;
import app.recado.relay.account.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each order of a race between what an agent saw and what happened. */
class HeldTest extends ShopTest {

  private Basis anaOwnsIt() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, reply("Here!"));
    return shop.seenBy(shop.ana);
  }

  @Test
  void ofTwoWhoAcceptOneWinsAndTheOtherIsTold() {
    Basis seen = shop.seenBy(shop.ana);
    shop.must(shop.bruno, new Intent.AcceptDialog());
    Outcome lost = shop.does(shop.ana, seen, new Intent.AcceptDialog());
    assertThat(said(lost)).isEqualTo(held(TAKEN));
    assertThat(lost.now()).isNotNull();
    assertThat(lost.now().by()).isEqualTo(shop.bruno.user());
    assertThat(lost.now().at()).isEqualTo(shop.world.clock.instant());
    assertThat(shop.session().owner()).isEqualTo(shop.bruno.user());
  }

  @Test
  void acceptingWhatIsMineAlreadyChangesNothing() {
    Basis seen = shop.seenBy(shop.ana);
    shop.must(shop.ana, new Intent.AcceptDialog());
    Outcome again = shop.does(shop.ana, seen, new Intent.AcceptDialog());
    assertThat(said(again)).isEqualTo("applied");
    assertThat(again.seq()).isNull();
  }

  @Test
  void repliesUnderALostClaimAreHeldWithIt() {
    Basis seen = shop.seenBy(shop.ana);
    Basis claimed = new Basis(seen.session(), shop.ana.user(), seen.channel(), seen.lastMessage());
    shop.must(shop.bruno, new Intent.AcceptDialog());
    Command accept = shop.world.command(shop.dialog, seen, new Intent.AcceptDialog());
    Command first = shop.world.command(shop.dialog, claimed, reply("1"), accept.id());
    Command second = shop.world.command(shop.dialog, claimed, reply("2"), accept.id(), first.id());
    Command whisper = shop.world.command(shop.dialog, claimed, whisper("pity"));
    assertThat(shop.world.relay.commands().apply(shop.ana, List.of(accept, first, second, whisper)))
        .extracting(Shop::said)
        .containsExactly(held(TAKEN), held(TAKEN), held(TAKEN), "applied");
  }

  @Test
  void whatComesAfterAnUnknownCommandDependsOnIt() {
    Basis seen = anaOwnsIt();
    Command unknown = shop.world.command(shop.dialog, seen, reply("never sent"));
    Command next = shop.world.command(shop.dialog, seen, reply("next"), unknown.id());
    assertThat(said(shop.world.apply(shop.ana, next))).isEqualTo(held(DEPENDS_ON_HELD));
  }

  @Test
  void aReplyAfterItWasTakenOver() {
    Basis seen = anaOwnsIt();
    shop.must(shop.bruno, new Intent.TakeOverDialog());
    assertThat(said(shop.does(shop.ana, seen, reply("late")))).isEqualTo(held(TAKEN));
  }

  @Test
  void aReplyAfterItWasTransferred() {
    Basis seen = anaOwnsIt();
    shop.must(shop.sara, transfer(shop.bruno));
    Outcome late = shop.does(shop.ana, seen, reply("late"));
    assertThat(said(late)).isEqualTo(held(TRANSFERRED));
    assertThat(late.now()).isNotNull();
    assertThat(late.now().by()).isEqualTo(shop.sara.user());
  }

  @Test
  void aReplyAfterItWentBackToTheQueue() {
    Basis seen = anaOwnsIt();
    shop.must(shop.sara, new Intent.SkipDialog());
    assertThat(said(shop.does(shop.ana, seen, reply("late")))).isEqualTo(held(TRANSFERRED));
  }

  @Test
  void aReplyAfterItWasClosedOrMarkedSpam() {
    Basis seen = anaOwnsIt();
    shop.must(shop.sara, new Intent.FinishDialog());
    Outcome late = shop.does(shop.ana, seen, reply("late"));
    assertThat(said(late)).isEqualTo(held(CLOSED));
    assertThat(late.now()).isNotNull();
    assertThat(late.now().by()).isEqualTo(shop.sara.user());

    shop.fresh();
    seen = anaOwnsIt();
    shop.must(shop.sara, new Intent.MarkSpam());
    assertThat(said(shop.does(shop.ana, seen, reply("late")))).isEqualTo(held(SPAM));
  }

  @Test
  void aReplyToAnEarlierSessionNamesTheNewOne() {
    Basis seen = anaOwnsIt();
    shop.must(shop.sara, new Intent.MarkSpam());
    shop.customer("Hello again");
    Outcome late = shop.does(shop.ana, seen, reply("late"));
    assertThat(said(late)).isEqualTo(held(SPAM));
    assertThat(late.now()).isNotNull();
    assertThat(late.now().session()).isEqualTo(shop.session());
  }

  @Test
  void writingFirstMeetsASessionOpenedMeanwhile() {
    shop.must(shop.ana, new Intent.FinishDialog());
    Basis noneOpen = new Basis(null, null, null, null);
    shop.customer("I am back");
    assertThat(said(shop.does(shop.ana, noneOpen, reply("By the way")))).isEqualTo(held(CLOSED));
    shop.must(shop.bruno, new Intent.AcceptDialog());
    assertThat(said(shop.does(shop.ana, noneOpen, reply("By the way")))).isEqualTo(held(TAKEN));
  }

  @Test
  void aColleaguesReplyThatWasNotSeen() {
    Basis seen = anaOwnsIt();
    shop.must(shop.bruno, new Intent.JoinDialog());
    shop.must(shop.bruno, reply("I can help"));
    Outcome late = shop.does(shop.ana, seen, reply("late"));
    assertThat(said(late)).isEqualTo(held(UNSEEN_REPLY));
    assertThat(late.now()).isNotNull();
    assertThat(late.now().by()).isEqualTo(shop.bruno.user());
    assertThat(said(shop.does(shop.ana, shop.seenBy(shop.ana), reply("now I saw it"))))
        .isEqualTo("applied");
  }

  @Test
  void myOwnReplyFromAnotherDeviceWasNotSeenEither() {
    Basis seen = anaOwnsIt();
    Caller laptop = shop.world.signIn("ana", "laptop");
    shop.must(laptop, reply("from the laptop"));
    assertThat(said(shop.does(shop.ana, seen, reply("late")))).isEqualTo(held(UNSEEN_REPLY));
  }

  @Test
  void whispersSystemLinesAndMyOwnNeverCount() {
    Basis seen = anaOwnsIt();
    shop.must(shop.ana, reply("mine"));
    shop.must(shop.bruno, whisper("psst"));
    shop.must(shop.bruno, new Intent.JoinDialog());
    shop.customer("customers do not hold a reply");
    assertThat(said(shop.does(shop.ana, seen, reply("next")))).isEqualTo("applied");
  }

  @Test
  void finishingPastTheCustomersMessage() {
    Basis seen = anaOwnsIt();
    shop.customer("One more question");
    Outcome late = shop.does(shop.ana, seen, new Intent.FinishDialog());
    assertThat(said(late)).isEqualTo(held(UNSEEN_CUSTOMER_MESSAGE));
    assertThat(said(shop.does(shop.ana, seen, new Intent.MarkSpam())))
        .isEqualTo(held(UNSEEN_CUSTOMER_MESSAGE));
    assertThat(said(shop.does(shop.ana, shop.seenBy(shop.ana), new Intent.FinishDialog())))
        .isEqualTo("applied");
  }

  @Test
  void acceptAndCloseOfWhatSomebodyTook() {
    Basis seen = shop.seenBy(shop.ana);
    shop.must(shop.bruno, new Intent.AcceptDialog());
    assertThat(said(shop.does(shop.ana, seen, new Intent.FinishDialog()))).isEqualTo(held(TAKEN));
  }

  @Test
  void takingOverFromSomebodyElseThanTheOneShown() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    Basis seen = shop.seenBy(shop.sara);
    shop.must(shop.ana, transfer(shop.bruno));
    assertThat(said(shop.does(shop.sara, seen, new Intent.TakeOverDialog())))
        .isEqualTo(held(TRANSFERRED));
    assertThat(said(shop.does(shop.sara, shop.seenBy(shop.sara), new Intent.TakeOverDialog())))
        .isEqualTo("applied");
  }

  @Test
  void whatNobodyHasCannotBeTakenOver() {
    assertThat(said(shop.does(shop.bruno, shop.seenBy(shop.bruno), new Intent.TakeOverDialog())))
        .isEqualTo(held(FORBIDDEN));
    shop.must(shop.ana, new Intent.AcceptDialog());
    Basis seen = shop.seenBy(shop.bruno);
    shop.must(shop.ana, new Intent.SkipDialog());
    assertThat(said(shop.does(shop.bruno, seen, new Intent.TakeOverDialog())))
        .isEqualTo(held(TRANSFERRED));
    assertThat(said(shop.does(shop.bruno, shop.seenBy(shop.bruno), new Intent.TakeOverDialog())))
        .isEqualTo(held(FORBIDDEN));
  }

  @Test
  void aChannelThatIsOffComesBeforeTheRest() {
    Basis seen = anaOwnsIt();
    shop.must(shop.sara, new Intent.MarkSpam());
    shop.world.settings(
        shop.channel,
        settings -> {
          settings.active = false;
          return settings;
        });
    assertThat(said(shop.does(shop.ana, seen, reply("late")))).isEqualTo(held(CHANNEL_OFF));
  }

  @Test
  void whoDoesNotOwnItMayNotReplyAndNothingExplainsIt() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(said(shop.does(shop.bruno, shop.seenBy(shop.bruno), reply("me too"))))
        .isEqualTo(held(FORBIDDEN));
    assertThat(said(shop.tries(shop.sara, reply("not joined")))).isEqualTo(held(FORBIDDEN));
    shop.must(shop.sara, new Intent.JoinDialog());
    assertThat(said(shop.tries(shop.sara, reply("joined")))).isEqualTo("applied");
    for (Intent intent :
        List.of(
            new Intent.FinishDialog(),
            new Intent.MarkSpam(),
            new Intent.PinDialog(),
            new Intent.RenameDialog("x"),
            transfer(shop.ana))) {
      assertThat(said(shop.does(shop.bruno, shop.seenBy(shop.bruno), intent)))
          .as(intent.type())
          .isEqualTo(held(FORBIDDEN));
    }
  }

  @Test
  void editingAndDeletingAfterItWasTaken() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    Command sent = shop.world.command(shop.dialog, null, reply("Helo"));
    shop.world.apply(shop.ana, sent);
    MessageId message = new MessageId(sent.id().value());
    Basis seen = shop.seenBy(shop.ana);
    assertThat(said(shop.does(shop.bruno, seen, new Intent.EditMessage(message, "x"))))
        .isEqualTo(held(FORBIDDEN));
    assertThat(said(shop.does(shop.ana, seen, new Intent.EditMessage(message, "Hello"))))
        .isEqualTo("applied");
    shop.must(shop.bruno, new Intent.TakeOverDialog());
    assertThat(said(shop.does(shop.ana, seen, new Intent.EditMessage(message, "Hi"))))
        .isEqualTo(held(TAKEN));
    assertThat(said(shop.does(shop.ana, seen, new Intent.DeleteMessage(message))))
        .isEqualTo(held(TAKEN));
  }

  @Test
  void whoCannotSeeADialogIsNotToldThatItExists() {
    assertThat(said(shop.tries(shop.otto, new Intent.AcceptDialog())))
        .isEqualTo("rejected not_found dialog");
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.TransferDialog(null, shop.other.id(), null, false));
    Outcome former = shop.tries(shop.ana, new Intent.RenameDialog("x"));
    assertThat(said(former)).isEqualTo(held(FORBIDDEN));
    assertThat(former.now()).isNull();
  }
}
