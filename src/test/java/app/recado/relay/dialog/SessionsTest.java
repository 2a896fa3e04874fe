package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.transfer;
import static app.recado.relay.RelayWorld.whisper;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import app.recado.relay.connector.webchat.Visits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each arrow of the state machine. */
class SessionsTest extends ShopTest {

  @Test
  void aFirstMessageOpensASession() {
    assertThat(shop.status()).isEqualTo(SessionStatus.NEW);
    assertThat(shop.session().number()).isEqualTo(1);
    assertThat(shop.session().waitingSince()).isEqualTo(shop.world.clock.instant());
    assertThat(shop.events()).containsExactly("session_started");
  }

  @Test
  void moreMessagesBeforeAnybodyAcceptsChangeNothing() {
    shop.customer("Anybody?");
    assertThat(shop.status()).isEqualTo(SessionStatus.NEW);
  }

  @Test
  void acceptedThenTheCustomerWaits() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(shop.status()).isEqualTo(SessionStatus.ACCEPTED);
    assertThat(shop.session().owner()).isEqualTo(shop.ana.user());
    shop.customer("Still there?");
    assertThat(shop.status()).isEqualTo(SessionStatus.CUSTOMER_WAITING);
  }

  @Test
  void theFirstReplyIsTimedOnce() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.world.clock.advance(Duration.ofSeconds(40));
    shop.must(shop.ana, reply("Here!"));
    shop.world.clock.advance(Duration.ofSeconds(40));
    shop.must(shop.ana, reply("And again"));
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    assertThat(shop.session().firstReplySeconds()).isEqualTo(40);
    assertThat(shop.session().waitingSince()).isNull();
  }

  @Test
  void theCustomerWritesAgain() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, reply("Here!"));
    shop.customer("Thanks");
    assertThat(shop.status()).isEqualTo(SessionStatus.CUSTOMER_AGAIN);
    shop.must(shop.ana, reply("Welcome"));
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
  }

  @Test
  void aWhisperNeverChangesTheStatus() {
    shop.must(shop.ana, whisper("looks familiar"));
    assertThat(shop.status()).isEqualTo(SessionStatus.NEW);
    assertThat(shop.world.dialog(shop.ana, shop.dialog).lastMessage())
        .satisfies(last -> assertThat(last.whisper()).isTrue());
  }

  @Test
  void takenOver() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.bruno, new Intent.TakeOverDialog());
    assertThat(shop.session().owner()).isEqualTo(shop.bruno.user());
    assertThat(shop.events()).endsWith("taken_over");
  }

  @Test
  void skippedReturnsToTheQueue() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.SkipDialog());
    assertThat(shop.status()).isEqualTo(SessionStatus.RETURNED);
    assertThat(shop.session().owner()).isNull();
  }

  @Test
  void ownerDoesNotLeave() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(said(shop.tries(shop.ana, new Intent.LeaveDialog()))).isEqualTo("held forbidden");
    assertThat(shop.session().owner()).isEqualTo(shop.ana.user());
  }

  @Test
  void transferredToAColleague() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(
        shop.ana, new Intent.TransferDialog(shop.bruno.user(), null, "knows the chair", true));
    assertThat(shop.session().owner()).isEqualTo(shop.bruno.user());
    assertThat(shop.world.dialog(shop.ana, shop.dialog).participants())
        .containsExactly(shop.ana.user());
    assertThat(shop.world.timeline(shop.ana, shop.dialog))
        .filteredOn(message -> message.whisper())
        .extracting(message -> message.text())
        .containsExactly("knows the chair");
    assertThat(shop.world.relay.visits().messages(shop.visitor, null, 50).messages()).hasSize(1);
  }

  @Test
  void transferredToAChannelEverybodyLeaves() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.InviteUsers(List.of(shop.bruno.user())));
    shop.must(shop.ana, new Intent.TransferDialog(null, shop.other.id(), null, false));
    assertThat(shop.status()).isEqualTo(SessionStatus.RETURNED);
    assertThat(shop.session().channel()).isEqualTo(shop.other.id());
    assertThat(shop.world.dialog(shop.otto, shop.dialog).participants()).isEmpty();
    shop.must(shop.otto, new Intent.AcceptDialog());
    shop.must(shop.otto, new Intent.FinishDialog());
    shop.customer("One more thing");
    assertThat(shop.session().channel()).isEqualTo(shop.channel.id());
    assertThat(shop.session().number()).isEqualTo(2);
  }

  @Test
  void finishedWithoutTexts() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
    assertThat(shop.session().endedBy()).isEqualTo(shop.ana.user());
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(shop.events()).containsOnlyOnce("finished");
  }

  @Test
  void finishedWithTextAndRating() {
    shop.world.settings(
        shop.channel,
        settings -> {
          settings.closeText = "Goodbye!";
          settings.askRating = true;
          return settings;
        });
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSING);
    Visits visits = shop.world.relay.visits();
    assertThat(visits.messages(shop.visitor, null, 50))
        .satisfies(transcript -> {
          assertThat(transcript.status()).isEqualTo("rating");
          assertThat(transcript.messages())
              .extracting(Visits.Message::text)
              .containsExactly("Hello?", "Goodbye!");
        });
    SessionId session = shop.session().id();
    visits.rate(shop.visitor, session, 4, "fine");
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
    assertThat(shop.session().rating()).isEqualTo(4);
    visits.rate(shop.visitor, session, 5, null);
    assertThat(shop.session().rating()).isEqualTo(5);
  }

  @Test
  void aCustomerWhoWritesInsteadOfRatingGoesOn() {
    shop.world.settings(
        shop.channel,
        settings -> {
          settings.askRating = true;
          return settings;
        });
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.FinishDialog());
    shop.customer("Wait!");
    assertThat(shop.status()).isEqualTo(SessionStatus.CUSTOMER_AGAIN);
    assertThat(shop.session().owner()).isEqualTo(shop.ana.user());
  }

  @Test
  void acceptAndCloseInOneStep() {
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
    assertThat(shop.session().owner()).isEqualTo(shop.ana.user());
  }

  @Test
  void spamEndsWithoutTextsAndBlocksNobody() {
    shop.must(shop.ana, new Intent.MarkSpam());
    assertThat(shop.status()).isEqualTo(SessionStatus.SPAM);
    shop.customer("I am real");
    assertThat(shop.status()).isEqualTo(SessionStatus.NEW);
    assertThat(shop.session().number()).isEqualTo(2);
  }

  @Test
  void writingFirstReopens() {
    shop.must(shop.ana, new Intent.FinishDialog());
    Basis noneOpen = new Basis(null, null, null, null);
    assertThat(said(shop.does(shop.bruno, noneOpen, reply("We found your chair"))))
        .isEqualTo("applied");
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    assertThat(shop.session().owner()).isEqualTo(shop.bruno.user());
    assertThat(shop.events()).endsWith("reopened");
  }

  @Test
  void whatWasQueuedAfterAReopeningGoesOn() {
    shop.must(shop.ana, new Intent.FinishDialog());
    Basis noneOpen = new Basis(null, null, null, null);
    assertThat(said(shop.does(shop.bruno, noneOpen, reply("We found your chair"))))
        .isEqualTo("applied");
    Basis tentative = new Basis(null, shop.bruno.user(), null, null);
    assertThat(said(shop.does(shop.bruno, tentative, reply("Shall we keep it?"))))
        .isEqualTo("applied");
    assertThat(shop.session().owner()).isEqualTo(shop.bruno.user());
  }

  @Test
  void whatComesAfterAReopeningFollowsItIntoItsSession() {
    for (Intent act :
        List.of(
            new Intent.FinishDialog(),
            new Intent.MarkSpam(),
            new Intent.PinDialog(),
            new Intent.TransferDialog(shop.bruno.user(), null, null, false))) {
      shop.fresh();
      shop.must(shop.ana, new Intent.FinishDialog());
      Basis ended = shop.seenBy(shop.ana);
      Command reopening = reopening();
      Command follower = shop.world.command(shop.dialog, ended, act, reopening.id());
      assertThat(shop.world.relay.commands().apply(shop.ana, List.of(reopening, follower)))
          .extracting(Shop::said)
          .as(act.type())
          .containsExactly("applied", "applied");
    }
  }

  @Test
  void whatComesAfterAReopeningDoesNotFollowIntoTheSessionAfterThat() {
    shop.must(shop.ana, new Intent.FinishDialog());
    Basis ended = shop.seenBy(shop.ana);
    Command reopening = reopening();
    assertThat(said(shop.world.apply(shop.ana, reopening))).isEqualTo("applied");
    shop.must(shop.sara, new Intent.FinishDialog());
    shop.customer("Hello again?");
    shop.must(shop.ana, new Intent.AcceptDialog());
    Command follower =
        shop.world.command(
            shop.dialog,
            ended,
            new Intent.TransferDialog(shop.bruno.user(), null, null, false),
            reopening.id());
    assertThat(said(shop.world.apply(shop.ana, follower))).isEqualTo("held closed");
  }

  private static Command reopening() {
    return shop.world.command(
        shop.dialog, new Basis(null, null, null, null), reply("We found your chair"));
  }

  @Test
  void pinnedIsClearedByAcceptingAndStaysAcrossReplies() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.PinDialog());
    shop.must(shop.ana, reply("Mine"));
    assertThat(shop.session().pinned()).isTrue();
    shop.must(shop.ana, new Intent.UnpinDialog());
    assertThat(shop.session().pinned()).isFalse();
  }

  @Test
  void openDialogsAreCountedForTheirOwner() {
    long before = open("ana");
    shop.must(shop.ana, new Intent.AcceptDialog());
    assertThat(open("ana")).isEqualTo(before + 1);
    shop.must(shop.ana, transfer(shop.bruno));
    assertThat(open("ana")).isEqualTo(before);
    shop.must(shop.bruno, new Intent.FinishDialog());
    assertThat(open("ana")).isEqualTo(before);
  }

  private long open(String name) {
    return shop.world.relay.accounts().all().stream()
        .filter(user -> user.name().equals(name))
        .mapToLong(UserRow::open)
        .sum();
  }
}
