package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.transfer;
import static app.recado.relay.dialog.Shop.held;
import static app.recado.relay.dialog.Shop.said;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Basis;
import app.recado.protocol.DialogRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tags, priority and sleep. */
class MarksTest extends ShopTest {

  @Test
  void tagsOfTwoAreOneSet() {
    shop.must(shop.ana, tag(List.of(" VIP "), List.of()));
    shop.must(shop.bruno, tag(List.of("vip", "frete"), List.of()));
    assertThat(row().tags()).containsExactly("frete", "VIP");
    shop.must(shop.ana, tag(List.of("atraso"), List.of("FRETE")));
    assertThat(row().tags()).containsExactly("atraso", "VIP");
  }

  @Test
  void tagsOutliveTheSessionAndAnEndedDialogCanBeTagged() {
    shop.must(shop.ana, tag(List.of("VIP"), List.of()));
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.FinishDialog());
    shop.must(shop.bruno, tag(List.of("frete"), List.of()));
    shop.customer("once more");
    assertThat(row().tags()).containsExactly("frete", "VIP");
  }

  @Test
  void whatIsNoTagIsRefusedAsAWhole() {
    assertThat(said(shop.tries(shop.ana, tag(List.of("good", "  "), List.of()))))
        .isEqualTo("rejected empty add");
    assertThat(said(shop.tries(shop.ana, tag(List.of("x".repeat(41)), List.of()))))
        .isEqualTo("rejected too_long add");
    assertThat(said(shop.tries(shop.ana, tag(List.of("a\u0000b"), List.of()))))
        .isEqualTo("rejected invalid add");
    assertThat(said(shop.tries(shop.ana, tag(List.of(), List.of()))))
        .isEqualTo("rejected empty add");
    assertThat(row().tags()).isEmpty();
  }

  @Test
  void aDialogHasSoManyTagsAndNoMore() {
    List<String> many = IntStream.range(0, Tags.MOST).mapToObj(each -> "tag " + each).toList();
    shop.must(shop.ana, tag(many, List.of()));
    assertThat(said(shop.tries(shop.ana, tag(List.of("one more"), List.of()))))
        .isEqualTo("rejected too_many add");
    shop.must(shop.ana, tag(List.of("one more"), List.of("tag 0")));
    assertThat(row().tags()).hasSize(Tags.MOST).contains("one more");
  }

  @Test
  void whatIsSetAlreadyChangesNothing() {
    shop.must(shop.ana, tag(List.of("VIP"), List.of()));
    assertThat(shop.tries(shop.bruno, tag(List.of("vip"), List.of("frete"))).seq()).isNull();
    shop.must(shop.ana, new Intent.SetPriority(Priority.HIGH));
    assertThat(shop.tries(shop.bruno, new Intent.SetPriority(Priority.HIGH)).seq()).isNull();
  }

  @Test
  void aNewSessionIsAsPressingAsAny() {
    shop.must(shop.bruno, new Intent.SetPriority(Priority.URGENT));
    assertThat(row().priority()).isEqualTo(Priority.URGENT);
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, new Intent.FinishDialog());
    assertThat(row().priority()).isEqualTo(Priority.URGENT);
    shop.customer("something else");
    assertThat(row().priority()).isEqualTo(Priority.NORMAL);
  }

  @Test
  void itWakesWhenItsTimeComes() {
    answered();
    Instant until = in(Duration.ofHours(2));
    shop.must(shop.ana, new Intent.SnoozeDialog(until));
    assertThat(row().snoozedUntil()).isEqualTo(until);
    pass(Duration.ofHours(2).minusMillis(1));
    assertThat(row().snoozedUntil()).isEqualTo(until);
    pass(Duration.ofMillis(1));
    assertThat(row().snoozedUntil()).isNull();
  }

  @Test
  void itWakesWhenTheCustomerWrites() {
    answered();
    sleep();
    shop.customer("hello?");
    assertThat(row().snoozedUntil()).isNull();
    assertThat(shop.status()).isEqualTo(SessionStatus.CUSTOMER_AGAIN);
  }

  @Test
  void itWakesForWhoeverGetsItAndWhenItEnds() {
    for (Intent act :
        List.of(
            transfer(shop.bruno),
            new Intent.TransferDialog(null, shop.channel.id(), null, false),
            new Intent.SkipDialog(),
            new Intent.FinishDialog(),
            new Intent.MarkSpam())) {
      shop.fresh();
      answered();
      sleep();
      shop.must(shop.ana, act);
      assertThat(row().snoozedUntil()).as(act.type()).isNull();
    }
    shop.fresh();
    answered();
    sleep();
    shop.must(shop.bruno, new Intent.TakeOverDialog());
    assertThat(row().snoozedUntil()).isNull();
  }

  @Test
  void repliesAndWhispersLetItSleep() {
    answered();
    sleep();
    shop.must(shop.ana, reply("one thing more"));
    shop.must(shop.bruno, app.recado.relay.RelayWorld.whisper("poor Ana"));
    assertThat(row().snoozedUntil()).isNotNull();
  }

  @Test
  void itDoesNotCloseByItselfWhileItSleepsNorAsSoonAsItWakes() {
    shop.world.settings(
        shop.channel,
        settings -> {
          settings.autoClose = Duration.ofHours(1);
          return settings;
        });
    answered();
    shop.must(shop.ana, new Intent.SnoozeDialog(in(Duration.ofHours(5))));
    pass(Duration.ofHours(5));
    assertThat(row().snoozedUntil()).isNull();
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    pass(Duration.ofMinutes(59));
    assertThat(shop.status()).isEqualTo(SessionStatus.AGENT_REPLIED);
    pass(Duration.ofMinutes(1));
    assertThat(shop.status()).isEqualTo(SessionStatus.CLOSED);
  }

  @Test
  void aSleepThatIsOverBeforeItCameIsNone() {
    answered();
    assertThat(shop.tries(shop.ana, new Intent.SnoozeDialog(in(Duration.ZERO))).seq()).isNull();
    assertThat(row().snoozedUntil()).isNull();
    sleep();
    shop.must(shop.ana, new Intent.SnoozeDialog(null));
    assertThat(row().snoozedUntil()).isNull();
    assertThat(said(shop.tries(shop.ana, new Intent.SnoozeDialog(in(Duration.ofDays(400))))))
        .isEqualTo("rejected too_long until");
  }

  @Test
  void onlyWhoHasItPutsItToSleep() {
    assertThat(said(shop.tries(shop.ana, asleep()))).isEqualTo(held(HeldReason.FORBIDDEN));
    answered();
    assertThat(said(shop.tries(shop.bruno, asleep()))).isEqualTo(held(HeldReason.FORBIDDEN));
    Basis seen = shop.seenBy(shop.ana);
    shop.must(shop.bruno, new Intent.TakeOverDialog());
    assertThat(said(shop.does(shop.ana, seen, asleep()))).isEqualTo(held(HeldReason.TAKEN));
    shop.must(shop.bruno, new Intent.FinishDialog());
    assertThat(said(shop.does(shop.bruno, seen, asleep()))).isEqualTo(held(HeldReason.CLOSED));
  }

  private void answered() {
    shop.must(shop.ana, new Intent.AcceptDialog());
    shop.must(shop.ana, reply("tomorrow"));
  }

  private void sleep() {
    shop.must(shop.ana, asleep());
    assertThat(row().snoozedUntil()).isNotNull();
  }

  private static Intent asleep() {
    return new Intent.SnoozeDialog(in(Duration.ofHours(3)));
  }

  private static @Nullable Instant in(Duration time) {
    return shop.world.clock.instant().plus(time);
  }

  private static void pass(Duration time) {
    shop.world.clock.advance(time);
    shop.world.relay.tick();
  }

  private static DialogRow row() {
    return shop.world.dialog(shop.sara, shop.dialog);
  }

  private static Intent tag(List<String> add, List<String> remove) {
    return new Intent.TagDialog(add, remove);
  }
}
