package app.recado.demo.tour;

import static app.recado.demo.tour.Outage.HELD;
import static app.recado.demo.tour.Outage.ONCE;
import static app.recado.demo.tour.Stage.require;

import app.recado.protocol.Intent;
import app.recado.protocol.MessageRow;
import java.time.Duration;
import java.util.List;

/** The connection is back: what waited goes out, or asks what is to become of it. */
final class Return implements Chapter {
  private static final Duration AWAY = Duration.ofMinutes(23);
  private static final String MEANWHILE = "Obrigada! Vocês montam também?";

  private final Agent agent;

  Return(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.shown("back", "Back online: one reply went out; what happened meanwhile.", this::back),
        Step.shown("held", "The other reply is held: nothing was sent.", this::openHeld),
        Step.unseen("It goes to Paula as a whisper instead.", this::resolve));
  }

  private DeskProcess desk() {
    return agent.desk();
  }

  private void back() throws Exception {
    agent.stage().pass().accept(AWAY);
    agent.paula().does(agent.miguel().dialog(), new Intent.TakeOverDialog());
    agent.joana().site().writes(MEANWHILE);
    agent.stage().cable().mend();
    // It would try by itself, at longer and longer intervals; Bruno does not wait for that.
    desk().click(".connection-button");
    desk().click(".menu-item", "Try now");
    desk().sees(".connection-button", "Online", 75);
    agent
        .stage()
        .until("the customer reads the queued reply", () -> agent.joana().site().sees(ONCE) == 1);
    require(
        agent.paula().messages(agent.joana().dialog()).stream()
                .filter(message -> message.text().equals(ONCE))
                .count()
            == 1,
        "the queued reply must be on the relay exactly once");
    desk().sees("#away", "Paula Reis");
  }

  private void openHeld() {
    desk().click("#rail-ATTENTION");
    desk().sees(".held-card", "Paula Reis");
    require(agent.miguel().site().sees(HELD) == 0, "the held reply reached the customer");
    require(held().isEmpty(), "the held reply is on the relay");
  }

  private void resolve() throws Exception {
    desk().click("#choice-WHISPER_TO_OWNER");
    agent
        .stage()
        .until("the team has the whisper", () -> held().stream().anyMatch(MessageRow::whisper));
    desk().misses(".held-card", "");
    desk().click("#rail-CONTACT_CENTER");
    desk().sees(".away-line", "Paula Reis");
    desk().misses(".away-line", "attention");
    require(agent.miguel().site().sees(HELD) == 0, "the whispered text reached the customer");
    require(agent.joana().site().sees(ONCE) == 1, "the queued reply must stay the only one");
  }

  private List<MessageRow> held() {
    return agent.paula().messages(agent.miguel().dialog()).stream()
        .filter(message -> message.text().equals(HELD))
        .toList();
  }
}
