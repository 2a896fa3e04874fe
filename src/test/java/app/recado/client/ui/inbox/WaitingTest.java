package app.recado.client.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

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
        .isEqualTo(new Waiting("1:05", false, true));
  }

  @Test
  void waitingIsLateOnlyPastTheTarget() {
    assertThat(of(Example.item("a", "A").waitingFor(120)).late()).isFalse();
    assertThat(of(Example.item("a", "A").waitingFor(121)).late()).isTrue();
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

    assertThat(ended).isEqualTo(new Waiting("13:18", false, false));
  }

  private Waiting of(Example.Item item) {
    return Waiting.of(item.build(), Example.NOW, moments);
  }
}
