package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.transfer;
import static app.recado.relay.RelayWorld.whisper;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Basis;
import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.DraftKind;
import app.recado.protocol.DraftRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.RowKind;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.SessionStatus;
import app.recado.relay.account.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledTest extends ShopTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @BeforeEach
  void anaHasAccepted() {
    shop.must(shop.ana, new Intent.AcceptDialog());
  }

  private static Instant in(Duration time) {
    return shop.world.clock.instant().plus(time);
  }

  /** Ana schedules what she could send now. */
  private static MessageId schedule(String text, Duration time) {
    return schedule(text, time, shop.seenBy(shop.ana));
  }

  private static MessageId schedule(String text, Duration time, Basis basis) {
    Command command =
        shop.world.command(
            shop.dialog, basis, new Intent.ScheduleMessage(text, null, List.of(), in(time)));
    assertThat(said(shop.world.apply(shop.ana, command))).isEqualTo("applied");
    return new MessageId(command.id().value());
  }

  private static void pass(Duration time) {
    shop.world.clock.advance(time);
    shop.world.relay.tick();
  }

  private static List<String> heard() {
    return shop.world.timeline(shop.sara, shop.dialog).stream()
        .filter(message -> message.event() == null && !message.whisper())
        .map(MessageRow::text)
        .toList();
  }

  /** What a first contact tells somebody of a message. */
  private static Optional<ScheduledRow> shown(Caller caller, MessageId id) {
    return shop.world.relay.changes().page(caller, null, 1_000).changes().stream()
        .filter(change -> change.kind() == RowKind.SCHEDULED && change.id().equals(id.value()))
        .filter(Change.Put.class::isInstance)
        .map(change -> (ScheduledRow) ((Change.Put) change).row())
        .findFirst();
  }

  @Test
  void isSentByTheRelayWhenItsTimeComesUnderItsOwnId() {
    MessageId id = schedule("Good morning!", HOUR);
    assertThat(shown(shop.ana, id)).isPresent();
    pass(HOUR.minusSeconds(1));
    assertThat(heard()).containsExactly("Hello?");
    pass(Duration.ofSeconds(1));
    assertThat(heard()).containsExactly("Hello?", "Good morning!");
    assertThat(shop.world.timeline(shop.sara, shop.dialog).getLast().id()).isEqualTo(id);
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    assertThat(shown(shop.ana, id)).isEmpty();
    pass(HOUR);
    assertThat(heard()).hasSize(2);
  }

  @Test
  void isItsAuthorsAloneUntilThen() {
    MessageId id = schedule("Secret until noon", HOUR);
    assertThat(shown(shop.bruno, id)).isEmpty();
    assertThat(shown(shop.sara, id)).isEmpty();
    String customer = shop.world.relay.visits().messages(shop.visitor, null, 50).toString();
    assertThat(customer).doesNotContain("Secret until noon");
  }

  @Test
  void theNextTickIsNoLaterThanItsTime() {
    schedule("Good morning!", HOUR);
    assertThat(shop.world.relay.tick()).isBeforeOrEqualTo(in(HOUR));
  }

  @Test
  void aTimeThatIsPastIsNow() {
    schedule("Late", Duration.ofHours(-2));
    shop.world.relay.tick();
    assertThat(heard()).containsExactly("Hello?", "Late");
  }

  @Test
  void whatHoldsASendHoldsItAndNothingIsSent() {
    MessageId id = schedule("Good morning!", HOUR);
    shop.must(shop.ana, transfer(shop.bruno));
    pass(HOUR);
    assertThat(heard()).containsExactly("Hello?");
    ScheduledRow row = shown(shop.ana, id).orElseThrow();
    assertThat(row.reason()).isEqualTo(HeldReason.TRANSFERRED);
    assertThat(row.now()).isNotNull();
    pass(HOUR);
    assertThat(heard()).containsExactly("Hello?");
  }

  @Test
  void aColleaguesReplyMeanwhileHoldsIt() {
    shop.must(shop.bruno, new Intent.JoinDialog());
    MessageId id = schedule("Good morning!", HOUR);
    shop.must(shop.bruno, reply("I am here too"));
    pass(HOUR);
    assertThat(shown(shop.ana, id).orElseThrow().reason()).isEqualTo(HeldReason.UNSEEN_REPLY);
  }

  @Test
  void myOwnRepliesAndTheCustomersMeanwhileDoNot() {
    schedule("See you at noon", HOUR);
    shop.must(shop.ana, reply("One moment"));
    shop.customer("Thanks!");
    pass(HOUR);
    assertThat(heard()).containsExactly("Hello?", "One moment", "Thanks!", "See you at noon");
  }

  @Test
  void aClosedSessionHoldsIt() {
    MessageId id = schedule("Good morning!", HOUR);
    shop.must(shop.ana, new Intent.FinishDialog());
    pass(HOUR);
    assertThat(shown(shop.ana, id).orElseThrow().reason()).isEqualTo(HeldReason.CLOSED);
  }

  @Test
  void oneThatWritesFirstOpensASession() {
    shop.must(shop.ana, new Intent.FinishDialog());
    Basis none = new Basis(null, null, shop.channel.id(), null);
    schedule("How is the table?", HOUR, none);
    pass(HOUR);
    assertThat(heard()).contains("How is the table?");
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
  }

  @Test
  void calledBackItIsNotSent() {
    MessageId id = schedule("Good morning!", HOUR);
    shop.must(shop.ana, new Intent.UnscheduleMessage(id));
    assertThat(shown(shop.ana, id)).isEmpty();
    pass(HOUR);
    assertThat(heard()).containsExactly("Hello?");
    assertThat(said(shop.tries(shop.ana, new Intent.UnscheduleMessage(id))))
        .as("of two devices one succeeds")
        .isEqualTo("rejected not_found message");
  }

  @Test
  void whatIsSentCannotBeCalledBack() {
    MessageId id = schedule("Good morning!", HOUR);
    pass(HOUR);
    assertThat(said(shop.tries(shop.ana, new Intent.UnscheduleMessage(id))))
        .isEqualTo("rejected too_late message");
    assertThat(said(shop.tries(shop.ana, new Intent.RescheduleMessage(id, in(HOUR)))))
        .isEqualTo("rejected too_late message");
  }

  @Test
  void nobodyElseCallsItBack() {
    MessageId id = schedule("Good morning!", HOUR);
    assertThat(said(shop.tries(shop.sara, new Intent.UnscheduleMessage(id))))
        .isEqualTo("rejected not_found message");
    assertThat(said(shop.tries(shop.bruno, new Intent.RescheduleMessage(id, in(HOUR)))))
        .isEqualTo("rejected not_found message");
    pass(HOUR);
    assertThat(heard()).contains("Good morning!");
  }

  @Test
  void itGetsAnotherTime() {
    MessageId id = schedule("Good morning!", HOUR);
    shop.must(shop.ana, new Intent.RescheduleMessage(id, in(HOUR.multipliedBy(3))));
    pass(HOUR.multipliedBy(2));
    assertThat(heard()).hasSize(1);
    pass(HOUR);
    assertThat(heard()).contains("Good morning!");
  }

  @Test
  void sendNowSendsInTheSameMoment() {
    MessageId id = schedule("Good morning!", HOUR);
    shop.must(shop.ana, new Intent.RescheduleMessage(id, in(Duration.ZERO)));
    assertThat(heard()).contains("Good morning!");
    assertThat(shown(shop.ana, id)).isEmpty();
  }

  @Test
  void theDraftItWasWrittenInIsClearedThenAndNotWhenItIsSent() {
    draft("Good morning!");
    schedule("Good morning!", HOUR);
    assertThat(draft()).isEmpty();
    draft("Something else");
    pass(HOUR);
    assertThat(draft()).isEqualTo("Something else");
  }

  private static void draft(String text) {
    long version = draftRow().map(DraftRow::version).orElse(0L);
    shop.must(shop.ana, new Intent.SaveDraft(DraftKind.REPLY, text, List.of(), null, version));
  }

  private static String draft() {
    return draftRow().map(DraftRow::text).orElse("");
  }

  private static Optional<DraftRow> draftRow() {
    return shop.world.relay.changes().page(shop.ana, null, 1_000).changes().stream()
        .filter(Change.Put.class::isInstance)
        .map(change -> ((Change.Put) change).row())
        .filter(DraftRow.class::isInstance)
        .map(DraftRow.class::cast)
        .filter(draft -> draft.dialog().equals(shop.dialog))
        .findFirst();
  }

  @Test
  void whatCouldNotBeSentNowIsNotTakenIn() {
    Basis seen = shop.seenBy(shop.bruno);
    Outcome outcome =
        shop.does(shop.bruno, seen, new Intent.ScheduleMessage("Hi", null, List.of(), in(HOUR)));
    assertThat(said(outcome)).isEqualTo("held forbidden");
    assertThat(
            said(shop.tries(shop.ana, new Intent.ScheduleMessage(" ", null, List.of(), in(HOUR)))))
        .isEqualTo("rejected empty text");
    assertThat(
            said(
                shop.tries(
                    shop.ana,
                    new Intent.ScheduleMessage("Hi", null, List.of(), in(Duration.ofDays(400))))))
        .isEqualTo("rejected invalid sendAt");
  }

  @Test
  void aWhisperIsNeverQuotedInOne() {
    Command secret = shop.world.command(shop.dialog, null, whisper("The customer is difficult"));
    shop.world.apply(shop.ana, secret);
    MessageId whispered = new MessageId(secret.id().value());
    assertThat(
            said(
                shop.tries(
                    shop.ana, new Intent.ScheduleMessage("Hi", whispered, List.of(), in(HOUR)))))
        .isEqualTo("rejected quotes_whisper quote");
  }

  @Test
  void theSameCommandAgainSchedulesOnce() {
    Command command =
        shop.world.command(
            shop.dialog,
            shop.seenBy(shop.ana),
            new Intent.ScheduleMessage("Good morning!", null, List.of(), in(HOUR)));
    Outcome first = shop.world.apply(shop.ana, command);
    pass(HOUR);
    assertThat(shop.world.apply(shop.ana, command)).isEqualTo(first);
    pass(HOUR);
    assertThat(heard()).containsExactly("Hello?", "Good morning!");
  }

  @Test
  void whoWasSwitchedOffMeanwhileSendsNothing() {
    Caller eve = shop.world.agent("eve" + dialect.name().toLowerCase(java.util.Locale.ROOT));
    String email = "eve" + dialect.name().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    shop.world.settings(
        shop.channel,
        settings -> {
          settings.agents = List.of("ana@example.org", "bruno@example.org", email);
          return settings;
        });
    shop.must(shop.ana, transfer(eve));
    Outcome taken =
        shop.does(
            eve,
            shop.seenBy(eve),
            new Intent.ScheduleMessage("Bye all", null, List.of(), in(HOUR)));
    assertThat(taken.outcome()).isEqualTo(OutcomeKind.APPLIED);
    shop.world.relay.accounts().disable(email);
    pass(HOUR);
    assertThat(heard()).doesNotContain("Bye all");
  }

  /** Ana schedules a message that is only a file. */
  private static MessageId scheduleFile(String file, Duration time) {
    Command command =
        shop.world.command(
            shop.dialog,
            shop.seenBy(shop.ana),
            new Intent.ScheduleMessage("", null, List.of(file), in(time)));
    assertThat(said(shop.world.apply(shop.ana, command))).isEqualTo("applied");
    return new MessageId(command.id().value());
  }

  @Test
  void itsFilesGoWithItAndTheCustomerCanReadThemThenAndNotBefore() {
    String file = shop.upload(shop.ana, "the catalogue");
    MessageId id = scheduleFile(file, Duration.ofDays(10));
    assertThat(shown(shop.ana, id).orElseThrow().attachments())
        .extracting(one -> one.id().value())
        .containsExactly(file);
    pass(Duration.ofDays(9));
    assertThat(shop.customerFetches(file)).isEmpty();
    assertThat(shop.fetched(shop.bruno, file)).isEmpty();
    assertThat(shop.fetched(shop.ana, file)).contains("the catalogue");

    pass(Duration.ofDays(1));

    MessageRow sent = shop.world.timeline(shop.sara, shop.dialog).getLast();
    assertThat(sent.id()).isEqualTo(id);
    assertThat(sent.files()).containsExactly(file);
    assertThat(sent.attachments()).hasSize(1);
    assertThat(shop.customerFetches(file)).contains("the catalogue");
    assertThat(shop.fetched(shop.bruno, file)).contains("the catalogue");
    pass(Duration.ofDays(30));
    assertThat(shop.customerFetches(file)).contains("the catalogue");
  }

  @Test
  void calledBackItsFilesAreFreeForAWeek() {
    String file = shop.upload(shop.ana, "a");
    MessageId id = scheduleFile(file, Duration.ofDays(10));
    pass(Duration.ofDays(9));
    shop.must(shop.ana, new Intent.UnscheduleMessage(id));
    pass(Duration.ofDays(6));
    shop.must(shop.ana, new Intent.SendMessage("Here", false, null, List.of(file)));
    assertThat(shop.customerFetches(file)).contains("a");

    String other = shop.upload(shop.ana, "b");
    shop.must(shop.ana, new Intent.UnscheduleMessage(scheduleFile(other, HOUR)));
    pass(Duration.ofDays(8));
    assertThat(shop.fetched(shop.ana, other)).isEmpty();
  }

  @Test
  void itsFilesAreNoOtherMessages() {
    String file = shop.upload(shop.ana, "a");
    MessageId id = scheduleFile(file, HOUR);
    assertThat(said(shop.tries(shop.ana, new Intent.SendMessage("x", true, null, List.of(file)))))
        .isEqualTo("rejected not_found files");
    assertThat(
            said(
                shop.tries(
                    shop.ana, new Intent.ScheduleMessage("x", null, List.of(file), in(HOUR)))))
        .isEqualTo("rejected not_found files");
    String brunos = shop.upload(shop.bruno, "b");
    assertThat(
            said(
                shop.tries(
                    shop.ana, new Intent.ScheduleMessage("x", null, List.of(brunos), in(HOUR)))))
        .isEqualTo("rejected not_found files");
    pass(HOUR);
    assertThat(shop.world.timeline(shop.sara, shop.dialog).getLast().id()).isEqualTo(id);
  }

  @Test
  void heldItKeepsItsFilesUntilItIsCalledBack() {
    String file = shop.upload(shop.ana, "a");
    MessageId id = scheduleFile(file, HOUR);
    shop.must(shop.ana, new Intent.FinishDialog());
    pass(HOUR);
    ScheduledRow held = shown(shop.ana, id).orElseThrow();
    assertThat(held.reason()).isEqualTo(HeldReason.CLOSED);
    assertThat(held.attachments()).hasSize(1);
    pass(Duration.ofDays(30));
    assertThat(shop.fetched(shop.ana, file)).contains("a");
    assertThat(shop.customerFetches(file)).isEmpty();
    shop.must(shop.ana, new Intent.UnscheduleMessage(id));
    shop.must(shop.ana, new Intent.SendMessage("Again", true, null, List.of(file)));
    assertThat(shop.customerFetches(file)).as("a whisper's").isEmpty();
  }
}
