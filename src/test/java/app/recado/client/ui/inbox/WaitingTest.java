package app.recado.client.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.ReplyDue.Level;
import app.recado.client.ui.Example;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Moments;
import app.recado.protocol.SessionStatus;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private final Moments moments = new Moments(ZoneId.of("America/Recife"));

  @Test
  void anUnansweredCustomerWaitsByTheSecond() {
    assertThat(of(Example.item("a", "A").waitingFor(65)))
        .isEqualTo(new Waiting("1:05", Level.CALM, true));
  }

  @Test
  void itIsTimeFromFourFifthsOfTheTargetAndLateOnlyPastIt() {
    assertThat(of(Example.item("a", "A").waitingFor(95)).level()).isEqualTo(Level.CALM);
    assertThat(of(Example.item("a", "A").waitingFor(96)).level()).isEqualTo(Level.SOON);
    assertThat(of(Example.item("a", "A").waitingFor(120)).level()).isEqualTo(Level.SOON);
    assertThat(of(Example.item("a", "A").waitingFor(121)).level()).isEqualTo(Level.LATE);
  }

  @Test
  void repliesAfterTheFirstHaveATargetOfTheirOwn() {
    Example.Item again = Example.item("a", "A").mine(Pictures.BRUNO).firstReply(30).waitingFor(479);
    assertThat(of(again).level()).isEqualTo(Level.CALM);
    assertThat(of(again.waitingFor(480)).level()).isEqualTo(Level.SOON);
    assertThat(of(again.waitingFor(601)).level()).isEqualTo(Level.LATE);
  }

  @Test
  void whatSleepsSaysWhenItWakes() {
    assertThat(
            of(
                Example.item("a", "A")
                    .mine(Pictures.BRUNO)
                    .waitingFor(5_000)
                    .snoozed(Example.NOW.plusSeconds(3_600))))
        .isEqualTo(new Waiting("15:18", Level.CALM, false));
  }

  @Test
  void oneWithoutAQuestionWaitsSinceTheSessionStarted() {
    assertThat(of(Example.item("a", "A").session(1, Example.NOW.minusSeconds(30))).text())
        .isEqualTo("0:30");
  }

  @Test
  void inWorkWaitsByTheMinute() {
    assertThat(of(Example.item("a", "A").mine(Pictures.BRUNO).waitingFor(120)).text())
        .isEqualTo("2 min");
  }

  @Test
  void nobodyWaitsInAConversationThatEnded() {
    Waiting ended =
        of(Example.item("a", "A").status(SessionStatus.CLOSED).waitingFor(900).said("Tchau", 3600));

    assertThat(ended).isEqualTo(new Waiting("13:18", Level.CALM, false));
  }

  private Waiting of(Example.Item item) {
    return Waiting.of(item.build(), Example.NOW, moments);
  }
}
