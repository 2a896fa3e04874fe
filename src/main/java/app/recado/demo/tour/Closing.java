package app.recado.demo.tour;

import static app.recado.demo.tour.Stage.require;

import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import java.util.List;
import java.util.Objects;

/** Conversations go to others or come to their end. */
final class Closing implements Chapter {
  private static final String NAMED = "prateleiras em falta";

  private final Agent agent;

  Closing(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.unseen("The team calls a conversation by a name of its own.", this::rename),
        Step.unseen("It is pinned as his, and a colleague invited.", this::pinAndInvite),
        Step.shown("transfer", "A conversation goes to a colleague, or to a channel.", this::pick),
        Step.unseen("Tainá has it now.", this::transfer),
        Step.unseen("Another is spam.", this::spam),
        Step.unseen("And the first one is finished.", this::finish),
        Step.shown("transcript", "All of it can be given to her, but no whisper.", this::export));
  }

  private DeskProcess desk() {
    return agent.desk();
  }

  private DialogId joanas() {
    return agent.joana().dialog();
  }

  private void rename() throws Exception {
    desk().click("#rail-CONTACT_CENTER");
    agent.tab("Mine");
    agent.open("Joana Siqueira");
    desk().press("CONTROL+K");
    desk().type("renam");
    desk().sees("#hit-rename", "");
    desk().press("ENTER");
    desk().sees("#rename-card", "");
    desk().click("#rename-name");
    desk().type(NAMED);
    desk().press("ENTER");
    desk().sees(".conversation-header", NAMED);
    agent
        .stage()
        .until("the relay has the name", () -> NAMED.equals(agent.paula().look(joanas()).title()));
  }

  private void pinAndInvite() throws Exception {
    desk().click("#more");
    desk().click(".menu-row", "Pin as mine");
    agent.stage().until("it is pinned", () -> agent.paula().look(joanas()).session().pinned());
    desk().click("#invite");
    desk().type("taina");
    desk().press("ENTER");
    desk().click("#transfer-confirm");
    agent
        .stage()
        .until(
            "Tainá is in it",
            () ->
                agent
                    .paula()
                    .look(joanas())
                    .participants()
                    .contains(agent.paula().person("Tainá Ferraz")));
    require(
        agent.joana().site().transcript().stream().noneMatch(m -> m.toString().contains("Tainá")),
        "the customer is told of the invitation");
    desk().click("#more");
    desk().sees(".menu-card", "Unpin");
    desk().press("ESCAPE");
  }

  private void pick() {
    agent.open("Rita Sampaio");
    desk().click("#transfer");
    desk().sees("#transfer-query", "");
    desk().click(".target-row", "Tainá Ferraz");
  }

  private void transfer() throws Exception {
    DialogId ritas = agent.paula().dialogWith("tampo lascado");
    desk().click("#transfer-confirm");
    agent.stage().until("the relay has another owner", () -> isOwnedBy(ritas, "Tainá Ferraz"));
    desk().misses(".transfer-card", "");
  }

  private boolean isOwnedBy(DialogId dialog, String name) {
    return Objects.equals(agent.paula().look(dialog).session().owner(), agent.paula().person(name));
  }

  private void spam() throws Exception {
    agent.tab("Unanswered");
    agent.open("Visitante 8841");
    desk().click("#bar-spam");
    desk().click("#question-yes");
    DialogId spam = agent.paula().dialogWith("promo grátis clique aqui");
    agent
        .stage()
        .until(
            "the relay calls it spam",
            () -> agent.paula().look(spam).session().status() == SessionStatus.SPAM);
  }

  private void finish() throws Exception {
    agent.tab("Mine");
    agent.open("Joana Siqueira");
    desk().click("#finish");
    agent
        .stage()
        .until(
            "the session ends or waits for a rating",
            () -> {
              SessionStatus status = agent.paula().look(joanas()).session().status();
              return status == SessionStatus.CLOSING || status == SessionStatus.CLOSED;
            });
    require(agent.joana().site().sees(Outage.ONCE) == 1, "the queued reply must stay the only one");
  }

  private void export() {
    desk().click("#more");
    desk().click(".menu-row", "Export transcript");
    desk().sees("#export-card", "");
  }
}
