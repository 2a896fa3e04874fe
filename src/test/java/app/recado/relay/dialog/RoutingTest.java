package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Availability;
import app.recado.protocol.Basis;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.QueueMode;
import app.recado.protocol.SessionStatus;
import app.recado.relay.Settings;
import app.recado.relay.account.Caller;
import app.recado.relay.channel.ChannelSettings.Opening;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.store.Dialect;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues, and what time and presence bring about. */
class RoutingTest {

  private Shop shop;

  @BeforeEach
  void everybodyIsThere() {
    shop = new Shop(Dialect.SQLITE);
    shop.world.relay.accounts().connected(shop.ana);
    shop.world.relay.accounts().connected(shop.bruno);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void set(Consumer<Settings> change) {
    shop.world.settings(
        shop.channel,
        settings -> {
          change.accept(settings);
          return settings;
        });
  }

  private void pass(Duration time) {
    shop.world.clock.advance(time);
    shop.world.relay.tick();
  }

  @Test
  void strictlyOffersInQueueOrderAndPassesOn() {
    shop.fresh(QueueMode.STRICTLY);
    assertThat(shop.session().offeredTo()).isEqualTo(shop.ana.user());
    assertThat(shop.session().offeredUntil())
        .isEqualTo(shop.world.clock.instant().plus(Duration.ofMinutes(3)));
    pass(Duration.ofMinutes(3));
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
    pass(Duration.ofMinutes(3));
    assertThat(shop.session().offeredTo()).isNull();
    assertThat(shop.status()).isEqualTo(SessionStatus.NEW);
    pass(Duration.ofHours(1));
    assertThat(shop.session().offeredTo()).isEqualTo(shop.ana.user());
  }

  @Test
  void evenlyOffersToWhoWaitedLongest() {
    shop.fresh(QueueMode.EVENLY);
    assertThat(shop.session().offeredTo()).isEqualTo(shop.ana.user());
    shop.dialog = shop.world.write(shop.world.visitor(shop.channel), "another");
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
  }

  @Test
  void anyAgentOfTheChannelMayAcceptWhatIsOfferedToAnother() {
    shop.fresh(QueueMode.STRICTLY);
    shop.must(shop.bruno, new Intent.AcceptDialog());
    assertThat(shop.session().owner()).isEqualTo(shop.bruno.user());
    assertThat(shop.session().offeredTo()).isNull();
  }

  @Test
  void skippingAnOfferPassesItOn() {
    shop.fresh(QueueMode.STRICTLY);
    shop.must(shop.ana, new Intent.SkipDialog());
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
    assertThat(said(shop.tries(shop.ana, new Intent.SkipDialog()))).isEqualTo("applied");
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
  }

  @Test
  void aSkipThatWasMeantForAnEarlierSessionIsHeld() {
    shop.fresh(QueueMode.STRICTLY);
    Basis first = shop.seenBy(shop.ana);
    shop.must(shop.bruno, new Intent.FinishDialog());
    shop.world.relay.accounts().disconnected(shop.ana);
    pass(Duration.ofSeconds(130));
    shop.customer("And another thing");
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
    assertThat(said(shop.does(shop.ana, first, new Intent.SkipDialog()))).isEqualTo("held closed");
  }

  @Test
  void whatWasNeverOfferedCannotBeSkipped() {
    shop.fresh(QueueMode.STRICTLY);
    assertThat(said(shop.tries(shop.bruno, new Intent.SkipDialog()))).isEqualTo("held forbidden");
    assertThat(shop.session().offeredTo()).isEqualTo(shop.ana.user());
  }

  @Test
  void whoPausesLosesTheOffer() {
    shop.fresh(QueueMode.STRICTLY);
    shop.must(shop.ana, new Intent.SetAvailability(Availability.PAUSE));
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
  }

  @Test
  void whoComesOnlineIsOfferedWhatWaits() {
    shop.must(shop.ana, new Intent.SetAvailability(Availability.PAUSE));
    shop.must(shop.bruno, new Intent.SetAvailability(Availability.PAUSE));
    shop.fresh(QueueMode.EVENLY);
    assertThat(shop.session().offeredTo()).isNull();
    shop.must(shop.bruno, new Intent.SetAvailability(Availability.ONLINE));
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
  }

  @Test
  void aCapCountsOwnedAndOfferedDialogs() {
    shop.fresh(QueueMode.STRICTLY);
    set(settings -> settings.cap = 1);
    DialogId first = shop.dialog;
    shop.dialog = shop.world.write(shop.world.visitor(shop.channel), "second");
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
    shop.dialog = shop.world.write(shop.world.visitor(shop.channel), "third");
    assertThat(shop.session().offeredTo()).isNull();
    assertThat(first).isNotEqualTo(shop.dialog);
  }

  @Test
  void aLostStreamMakesOfflineOnlyAfterAGrace() {
    shop.fresh(QueueMode.STRICTLY);
    shop.world.relay.accounts().disconnected(shop.ana);
    pass(Duration.ofSeconds(30));
    assertThat(shop.session().offeredTo()).isEqualTo(shop.ana.user());
    shop.world.relay.accounts().connected(shop.ana);
    shop.world.relay.accounts().disconnected(shop.ana);
    pass(Duration.ofSeconds(46));
    assertThat(shop.session().offeredTo()).isEqualTo(shop.bruno.user());
  }

  @Test
  void anAbsentOwnersDialogReturnsOnlyWhereTheChannelAsks() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.SetAvailability(Availability.PAUSE));
    assertThat(shop.session().owner()).isEqualTo(shop.ana.user());
    shop.must(shop.ana, new Intent.SetAvailability(Availability.ONLINE));

    set(settings -> settings.returnWhenAway = true);
    DialogId returns = shop.dialog;
    DialogId pinned = shop.world.write(shop.world.visitor(shop.channel), "pinned");
    shop.dialog = pinned;
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.PinDialog());
    shop.must(shop.ana, new Intent.SetAvailability(Availability.PAUSE));
    assertThat(shop.session().owner()).isEqualTo(shop.ana.user());
    shop.dialog = returns;
    assertThat(shop.status()).isEqualTo(SessionStatus.RETURNED);
    assertThat(shop.events()).contains("returned");
  }

  @Test
  void whatOnlyWaitsForItsRatingIsNobodysToAnswerWhenTheOwnerGoes() {
    set(settings -> {
      settings.returnWhenAway = true;
      settings.askRating = true;
    });
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.FinishDialog());
    shop.must(shop.ana, new Intent.SetAvailability(Availability.OFFLINE));
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSING);
  }

  @Test
  void textsGoOutByTheChannelsOwnClock() {
    shop.fresh();
    set(settings -> {
      settings.zone = ZoneId.of("America/Sao_Paulo");
      settings.hours =
          Map.of(DayOfWeek.MONDAY, List.of(new Opening(LocalTime.of(9, 0), LocalTime.of(18, 0))));
      settings.welcomeText = "Welcome!";
      settings.offHoursText = "We open at nine.";
      settings.noAnswerText = "Just a moment.";
    });
    // 09:00 in London is six in the morning there
    assertThat(texts()).containsExactly("Hello?", "We open at nine.");
    shop.world.clock.advance(Duration.ofHours(3));
    assertThat(texts()).containsExactly("Hello?", "Welcome!");
    pass(Duration.ofMinutes(5));
    pass(Duration.ofMinutes(5));
    assertThat(shownTo(shop.visitor)).containsExactly("Hello?", "Welcome!", "Just a moment.");
  }

  private List<String> texts() {
    shop.visitor = shop.world.visitor(shop.channel);
    shop.dialog = shop.world.write(shop.visitor, "Hello?");
    return shownTo(shop.visitor);
  }

  private List<String> shownTo(Visits.Visitor visitor) {
    return shop.world.relay.visits().messages(visitor, null, 50).messages().stream()
        .map(Visits.Message::text)
        .toList();
  }

  @Test
  void answeredSessionsCloseByThemselvesAndPinnedOnesAfterAWeek() {
    set(settings -> settings.autoClose = Duration.ofHours(2));
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, reply("Anything else?"));
    DialogId pinned = shop.world.write(shop.world.visitor(shop.channel), "pinned");
    DialogId plain = shop.dialog;
    shop.dialog = pinned;
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.PinDialog());
    shop.must(shop.ana, reply("Take your time"));
    pass(Duration.ofHours(2));
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    pass(Duration.ofDays(7));
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
    shop.dialog = plain;
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
    assertThat(shop.session().endedBy()).isNull();
  }

  @Test
  void whatIsAnsweredAlreadyFollowsAnotherTimeToClose() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, reply("Hello"));
    set(settings -> settings.autoClose = Duration.ofHours(2));
    pass(Duration.ofHours(3));
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
  }

  @Test
  void aRatingThatNeverComesCloses() {
    set(settings -> settings.askRating = true);
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSING);
    pass(Duration.ofHours(24));
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
    assertThat(shop.session().endedBy()).isEqualTo(shop.ana.user());
  }

  @Test
  void tickSaysWhenItIsNextNeeded() {
    shop.fresh(QueueMode.STRICTLY);
    Caller someone = shop.ana;
    assertThat(shop.world.relay.tick())
        .isBefore(shop.world.clock.instant().plus(Duration.ofMinutes(3)).plusMillis(1));
    assertThat(someone).isNotNull();
  }
}
