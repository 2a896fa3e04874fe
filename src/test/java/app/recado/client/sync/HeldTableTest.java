package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.client.state.HeldItem.Choice;
import app.recado.protocol.Basis;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.SessionId;
import app.recado.protocol.SessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table "Held: reasons and choices", row by row, and what each choice comes down to. */
class HeldTableTest {
  private static final Intent.SendMessage HELLO = send("Oi", false);
  private static final Basis TODAY =
      new Basis(new SessionId("s2"), Example.PAULA, Example.CHANNEL, null);

  private static Intent.SendMessage send(String text, boolean whisper) {
    return new Intent.SendMessage(text, whisper, null, List.of());
  }

  private static OutboxEntry held(Intent intent, HeldReason reason, @Nullable SessionStatus now) {
    CommandId id = new CommandId("c1");
    DialogRow.Session session =
        now == null ? null : Example.dialog(Example.DIALOG, now, null).session();
    return new OutboxEntry(
        1,
        Command.of(id, Example.DIALOG, TODAY, List.of(), intent, Example.START),
        OutboxState.HELD,
        true,
        Outcome.held(id, reason, new Outcome.Now(session, null, null, null)));
  }

  private static List<Choice> choices(OutboxEntry entry) {
    return new HeldCards(new DeskModel()).cards(List.of(entry)).getFirst().choices();
  }

  private static List<Choice> ofReply(HeldReason reason) {
    return choices(held(HELLO, reason, null));
  }

  private static Resolution resolve(Choice choice, Intent intent, @Nullable Basis today) {
    return Resolution.of(choice, List.of(held(intent, HeldReason.TAKEN, null)), today, Example.ME);
  }

  private static List<Intent> intents(Resolution resolution) {
    return resolution.acts().stream().map(Outbox.Act::intent).toList();
  }

  @Test
  void eachReasonOffersItsChoicesTheDefaultFirst() {
    assertThat(ofReply(HeldReason.FORBIDDEN)).containsExactly(Choice.KEEP_AS_DRAFT, Choice.DISCARD);
    for (HeldReason shut : List.of(HeldReason.CHANNEL_OFF, HeldReason.WINDOW_SHUT)) {
      assertThat(ofReply(shut))
          .containsExactly(Choice.KEEP_AS_DRAFT, Choice.SEND_WHEN_OPEN, Choice.DISCARD);
    }
    for (HeldReason ended : List.of(HeldReason.SPAM, HeldReason.CLOSED)) {
      assertThat(ofReply(ended))
          .containsExactly(
              Choice.REOPEN_AND_SEND, Choice.WHISPER, Choice.KEEP_AS_DRAFT, Choice.DISCARD);
    }
    assertThat(choices(held(HELLO, HeldReason.CLOSED, SessionStatus.NEW)))
        .startsWith(Choice.ANSWER_AND_SEND);
    for (HeldReason lost : List.of(HeldReason.TAKEN, HeldReason.TRANSFERRED)) {
      assertThat(ofReply(lost))
          .containsExactly(
              Choice.WHISPER_TO_OWNER,
              Choice.TAKE_OVER_AND_SEND,
              Choice.KEEP_AS_DRAFT,
              Choice.DISCARD);
    }
    assertThat(ofReply(HeldReason.UNSEEN_REPLY))
        .containsExactly(Choice.SEND_ANYWAY, Choice.EDIT, Choice.KEEP_AS_DRAFT, Choice.DISCARD);
    assertThat(choices(held(new Intent.FinishDialog(), HeldReason.UNSEEN_CUSTOMER_MESSAGE, null)))
        .containsExactly(Choice.FINISH_ANYWAY, Choice.LEAVE_OPEN);
    assertThat(choices(held(new Intent.AcceptDialog(), HeldReason.TAKEN, null)))
        .containsExactly(Choice.TAKE_OVER, Choice.DISCARD);
    assertThat(choices(held(new Intent.SkipDialog(), HeldReason.TAKEN, null)))
        .containsExactly(Choice.DISCARD);
  }

  @Test
  void whatIsKeptOrDroppedSendsNothing() {
    for (Choice choice : List.of(Choice.KEEP_AS_DRAFT, Choice.EDIT)) {
      assertThat(resolve(choice, HELLO, TODAY))
          .isEqualTo(new Resolution(List.of(), List.of("Oi"), List.of(), false));
      assertThat(resolve(choice, send("só nós", true), TODAY))
          .isEqualTo(new Resolution(List.of(), List.of(), List.of("só nós"), false));
    }
    for (Choice choice : List.of(Choice.DISCARD, Choice.LEAVE_OPEN)) {
      assertThat(resolve(choice, HELLO, TODAY))
          .isEqualTo(new Resolution(List.of(), List.of(), List.of(), false));
    }
  }

  @Test
  void whisperingNeverStaysPublic() {
    for (Choice choice : List.of(Choice.WHISPER, Choice.WHISPER_TO_OWNER)) {
      assertThat(intents(resolve(choice, HELLO, TODAY))).containsExactly(send("Oi", true));
    }
  }

  @Test
  void sendingAgainCarriesTodaysBasis() {
    for (Choice choice : List.of(Choice.SEND_ANYWAY, Choice.SEND_WHEN_OPEN)) {
      Resolution again = resolve(choice, HELLO, TODAY);
      assertThat(intents(again)).containsExactly(HELLO);
      assertThat(again.acts().getFirst().basis()).isEqualTo(TODAY);
      assertThat(again.whenOpen()).isEqualTo(choice == Choice.SEND_WHEN_OPEN);
    }
    assertThat(intents(resolve(Choice.FINISH_ANYWAY, new Intent.FinishDialog(), TODAY)))
        .containsExactly(new Intent.FinishDialog());
  }

  @Test
  void reopeningSaysThatNoneWasOpen() {
    Resolution reopening = resolve(Choice.REOPEN_AND_SEND, HELLO, TODAY);
    assertThat(intents(reopening)).containsExactly(HELLO);
    assertThat(reopening.acts().getFirst().basis())
        .isEqualTo(new Basis(null, null, Example.CHANNEL, null));
  }

  @Test
  void claimingComesFirstAndTheReplyIsThenMine() {
    Resolution answering = resolve(Choice.ANSWER_AND_SEND, HELLO, TODAY);
    assertThat(intents(answering)).containsExactly(new Intent.AcceptDialog(), HELLO);
    Resolution taking = resolve(Choice.TAKE_OVER_AND_SEND, HELLO, TODAY);
    assertThat(intents(taking)).containsExactly(new Intent.TakeOverDialog(), HELLO);
    assertThat(taking.acts().getFirst().basis()).isEqualTo(TODAY);
    assertThat(taking.acts().getLast().basis())
        .isEqualTo(new Basis(TODAY.session(), Example.ME, TODAY.channel(), null));
    assertThat(intents(resolve(Choice.TAKE_OVER, new Intent.AcceptDialog(), TODAY)))
        .containsExactly(new Intent.TakeOverDialog());
    Basis ownerless = new Basis(TODAY.session(), null, TODAY.channel(), null);
    assertThat(intents(resolve(Choice.TAKE_OVER, new Intent.AcceptDialog(), ownerless)))
        .containsExactly(new Intent.AcceptDialog());
  }
}
