package app.recado.demo.tour;

import app.recado.protocol.DialogRow;
import app.recado.protocol.Priority;
import java.util.List;

/** Conversations are marked, put off, and taken several at once. */
final class Sorting implements Chapter {
  private static final String TAG = "retorno";
  private final Agent agent;

  Sorting(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.shown("find", "What was said about freight, in years of one customer.", this::find),
        Step.unseen("A conversation gets a tag and is urgent.", this::mark),
        Step.shown("snooze", "Another can wait until tomorrow.", this::chooseTime),
        Step.unseen("It is out of the way until then.", this::snooze),
        Step.shown("selected", "Several at once, and what became of it.", this::tagSeveral),
        Step.unseen("The selection is gone, the tags stay.", this::leaveSelection));
  }

  private DeskProcess desk() {
    return agent.desk();
  }

  private void find() {
    agent.tab("Mine");
    agent.open("Marina Rocha");
    desk().press("CONTROL+F");
    desk().type("mesa");
    desk().sees("#find-count", "1 of");
  }

  private void mark() throws Exception {
    desk().press("ESCAPE");
    desk().misses("#find-query", "");
    agent.open("Miguel Torres");
    desk().click("#more");
    desk().click(".menu-row", "Tags");
    desk().type("extravio");
    desk().press("ENTER");
    desk().press("ESCAPE");
    desk().misses("#tag-card", "");
    desk().click("#more");
    desk().click(".menu-row", "Priority");
    desk().click(".menu-row", "Urgent");
    agent
        .stage()
        .until(
            "the relay has tag and priority",
            () -> {
              DialogRow row = agent.paula().look(agent.miguel().dialog());
              return row.tags().contains("extravio") && row.priority() == Priority.URGENT;
            });
  }

  private void chooseTime() {
    agent.open("Loja Mirante");
    desk().click("#more");
    desk().click(".menu-row", "Snooze");
    desk().sees(".menu-row", "Tomorrow");
  }

  private void snooze() {
    desk().click(".menu-row", "Tomorrow");
    desk().sees("#snoozed", "1");
    desk().misses(".dialog-cell", "Loja Mirante");
  }

  private void tagSeveral() {
    agent.open("João Pedro Antunes");
    desk().press("ESCAPE");
    desk().press("X");
    desk().press("SHIFT+DOWN");
    desk().press("SHIFT+DOWN");
    desk().sees("#selection-bar", "3");
    desk().click("#selected-tags");
    desk().type(TAG);
    desk().press("ENTER");
    desk().press("ESCAPE");
    desk().sees("#batch-strip", "");
  }

  private void leaveSelection() {
    desk().click("#selection-clear");
    desk().misses("#selection-bar", "");
  }
}
