package app.recado.demo.tour;

import static app.recado.demo.tour.Stage.require;

import java.util.List;

/** The connection is cut, and work goes on. */
final class Outage implements Chapter {
  static final String ONCE = "Joana, o código de rastreio é CJ-80412.";
  static final String HELD = "Miguel, eles voltam para buscar às 16h.";

  private static final String FIRST = "O tecido da cadeira Ipê veio diferente da foto";
  private static final String DRAFT = "João, a nota fiscal vai";

  private final Agent agent;

  Outage(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.unseen("The connection is cut. Work goes on.", this::cut),
        Step.unseen("Offline: a conversation, to its beginning.", this::leaf),
        Step.unseen("Offline: search, accents or not.", this::search),
        Step.unseen("Offline: two replies are queued, a draft is left.", this::queue),
        Step.shown(
            "palette", "Offline: the palette finds what to do and what was said.", this::say),
        Step.shown("killed", "The desk is killed and opened again, still offline.", this::kill));
  }

  private DeskProcess desk() {
    return agent.desk();
  }

  private void cut() {
    agent.stage().cable().cut();
    desk().sees(".connection-button", "Offline");
  }

  private void leaf() {
    agent.tab("Mine");
    agent.open("Marina Rocha");
    desk().sees("#timeline", "Ela precisa caber num espaço");
    agent
        .stage()
        .repeat(
            "the wheel leads to the first conversation with her",
            () -> {
              desk().wheel("#timeline", -5);
              return desk().texts("#timeline").getFirst().contains(FIRST);
            });
  }

  private void search() {
    desk().press("CONTROL+K");
    desk().sees("#search-query", "");
    desk().type("orcamento");
    desk().sees(".hit-row", "orçamento");
    desk().press("ESCAPE");
    desk().misses("#search-query", "");
  }

  private void queue() {
    agent.open("João Pedro Antunes");
    desk().click("#writing");
    desk().type(DRAFT);
    desk().sees(".composer-tools", "saved");
    agent.open("Miguel Torres");
    agent.write(HELD);
    desk().sees(".connection-button", "1");
    agent.open("Joana Siqueira");
    agent.write(ONCE);
    desk().sees(".connection-button", "2");
    desk().misses("#undo-send", "");
  }

  private void say() {
    desk().press("CONTROL+K");
    desk().type("trans");
    desk().sees("#hit-transfer", "");
    desk().sees(".hit-row", "portadora");
  }

  private void kill() throws Exception {
    desk().kill();
    agent.openDesk("tour");
    desk().sees(".connection-button", "2");
    agent.tab("Mine");
    agent.open("João Pedro Antunes");
    desk().sees("#writing", DRAFT);
    agent.open("Joana Siqueira");
    desk().sees(".bubble-row", ONCE);
    desk().misses("#undo-send", "");
    require(agent.joana().site().sees(ONCE) == 0, "a queued reply went out over a cut cable");
    agent.open("Miguel Torres");
    desk().sees(".bubble-row", HELD);
  }
}
