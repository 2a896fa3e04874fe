package app.recado.demo.tour;

import static app.recado.demo.tour.Stage.require;

import app.recado.protocol.SessionStatus;
import java.util.List;

/** The desk opens, and a customer writes. */
final class Opening implements Chapter {
  static final String ASKED = "Boa tarde! Minha estante chegou sem as prateleiras.";

  private final Agent agent;

  Opening(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.shown("sign-in", "The desk opens and asks who is there.", this::signIn),
        Step.unseen("Bruno is in: his conversations are there.", this::enter),
        Step.shown(
            "new-chat", "A customer writes on the website; the desk announces it.", this::ring),
        Step.shown(
            "unanswered", "He looks before he answers; nothing is told to her.", this::look));
  }

  private void signIn() throws Exception {
    agent.openDesk("tour");
    agent.desk().sees("#sign-in", "");
    agent.signIn(Agent.ADDRESS);
  }

  private void enter() {
    agent.desk().click("#sign-in");
    agent.desk().sees(".connection-button", "Online");
    agent.tab("Mine");
    agent.open("Marina Rocha");
    agent.desk().sees("#timeline", "E o frete para Recife, quanto fica?");
  }

  private void ring() {
    SiteVisitor site = agent.stage().visitor("/estantes/pau-brasil", "Joana Siqueira");
    site.writes(ASKED);
    agent.meetJoana(new Agent.Guest(site, agent.paula().dialogWith(ASKED)));
    agent.desk().sees(".new-chat", "Joana Siqueira");
  }

  private void look() {
    agent.desk().click(".new-chat >> .secondary", "Joana Siqueira");
    agent.desk().sees("#action-bar", "");
    agent.desk().sees("#timeline", ASKED);
    agent.desk().misses("#writing", "");
    require(
        agent.paula().look(agent.joana().dialog()).session().status() == SessionStatus.NEW,
        "looking at a dialog must not accept it");
  }
}
