package app.recado.client.ui.bulk;

import app.recado.client.state.Batch;
import app.recado.client.state.Batch.Progress;
import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.state.Selection;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskBatches;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the selected dialogs, doing it, and what has become of the last such act.
 * FX thread only; needs no toolkit.
 */
public final class BulkViewModel implements AutoCloseable {
  private final Desk desk;
  private final Selection selection;
  private final ReadOnlyObjectWrapper<@Nullable Act> last = new ReadOnlyObjectWrapper<>();

  /** What speaks against doing something with a dialog; null for nothing. */
  @FunctionalInterface
  interface Rule extends Function<DialogRules, @Nullable Obstacle> {}

  /** A dialog that it was not done with. */
  record Skipped(DialogItem item, Obstacle why) {}

  /** The selected dialogs as they stand now: those it can be done with, and the others. */
  record Plan(List<DialogItem> can, List<Skipped> cannot) {
    /** How many each obstacle keeps it from. */
    Map<Obstacle, Integer> obstacles() {
      Map<Obstacle, Integer> counted = new TreeMap<>();
      cannot.forEach(one -> counted.merge(one.why(), 1, Integer::sum));
      return counted;
    }
  }

  /**
   * Something that was done with several dialogs.
   *
   * @param name of what was done
   */
  record Act(String name, Batch batch, List<Skipped> skipped) {
    /** Whether there is nothing more to tell of it. */
    boolean isOver() {
      return skipped.isEmpty()
          && batch.steps().stream().allMatch(step -> step.progress().isFinal());
    }

    /** Whether more than one thing is done in a dialog. */
    boolean isStepwise() {
      return batch.steps().stream().map(Batch.Step::dialog).distinct().count()
          < batch.steps().size();
    }

    /** Whether all of it is done in one and the same dialog, step by step. */
    boolean isOfOneDialog() {
      return isStepwise()
          && skipped.isEmpty()
          && batch.steps().stream().map(Batch.Step::dialog).distinct().count() == 1;
    }

    boolean needsAttention() {
      return batch.count(Progress.HELD) + batch.count(Progress.REFUSED) > 0;
    }
  }

  /**
   * @param selection which dialogs are meant
   */
  public BulkViewModel(Desk desk, Selection selection) {
    this.desk = desk;
    this.selection = selection;
  }

  Selection selection() {
    return selection;
  }

  /** The latest; null for none, or when nobody wants to see it any more. */
  ReadOnlyObjectProperty<@Nullable Act> last() {
    return last.getReadOnlyProperty();
  }

  List<DialogItem> items() {
    List<DialogItem> items = new ArrayList<>();
    for (DialogId dialog : selection.dialogs().get()) {
      DialogItem item = desk.inbox().item(dialog).getValue();
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  Plan plan(Rule rule) {
    List<DialogItem> can = new ArrayList<>();
    List<Skipped> cannot = new ArrayList<>();
    for (DialogItem item : items()) {
      Obstacle why = rule.apply(new DialogRules(item, desk.me().getValue()));
      if (why == null) {
        can.add(item);
      } else {
        cannot.add(new Skipped(item, why));
      }
    }
    return new Plan(can, cannot);
  }

  /** Does it with those it can be done with now. */
  void start(String name, Rule rule, Function<DialogItem, Intent> step) {
    Plan plan = plan(rule);
    if (!plan.can().isEmpty()) {
      start(
          name,
          plan.can().stream()
              .map(item -> new DeskBatches.Run(item.id(), List.of(step.apply(item))))
              .toList(),
          plan.cannot());
    }
  }

  /** Does what was looked at already: with each dialog steps of its own. */
  public void start(String name, List<DeskBatches.Run> runs, Map<DialogItem, Obstacle> skipped) {
    start(
        name,
        runs,
        skipped.entrySet().stream().map(one -> new Skipped(one.getKey(), one.getValue())).toList());
  }

  private void start(String name, List<DeskBatches.Run> runs, List<Skipped> skipped) {
    forget();
    last.set(new Act(name, desk.batches().start(runs), skipped));
  }

  /** The tags that all of them have. */
  List<String> tagsOfAll() {
    List<DialogItem> items = items();
    if (items.isEmpty()) {
      return List.of();
    }
    return items.getFirst().dialog().tags().stream()
        .filter(tag -> items.stream().allMatch(item -> Tags.has(item.dialog().tags(), tag)))
        .toList();
  }

  /** Takes back whatever has not left yet. */
  void undo() {
    Act act = last.get();
    if (act != null) {
      desk.batches().undo(act.batch());
    }
  }

  void forget() {
    Act act = last.get();
    if (act != null) {
      desk.batches().forget(act.batch());
      last.set(null);
    }
  }

  @Override
  public void close() {
    forget();
  }
}
