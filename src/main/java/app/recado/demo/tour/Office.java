package app.recado.demo.tour;

import java.util.List;

/** Somebody who runs the shop looks after its channels and people. */
final class Office implements Chapter {
  private static final String ADDRESS = "regina@casajatoba.example";

  private final Agent agent;

  Office(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.unseen("Bruno leaves; Regina signs in at the same computer.", this::change),
        Step.shown("channel", "A channel: its queue, hours and texts.", this::openChannel),
        Step.shown("people", "The people of the workspace and what they may.", this::openPeople));
  }

  private DeskProcess desk() {
    return agent.desk();
  }

  private void change() throws Exception {
    agent.end();
    agent.openDesk("office");
    agent.signIn(ADDRESS);
    desk().click("#sign-in");
    desk().sees(".connection-button", "Online");
  }

  private void openChannel() {
    desk().click("#rail-SETTINGS");
    desk().click(".section-button", "Channels");
    desk().click(".settings-row", "Loja Centro");
    desk().sees("#channel-form", "");
    desk().sees("#queue-rows", "Bruno Lima");
  }

  private void openPeople() {
    desk().click(".section-button", "People");
    desk().sees("#people-list", "Otávio Prado");
  }
}
