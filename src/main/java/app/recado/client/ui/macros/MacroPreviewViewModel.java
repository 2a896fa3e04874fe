package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogRules.Obstacle;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskBatches;
import app.recado.client.ui.canned.Template;
import app.recado.client.ui.controls.Subscription;
import app.recado.protocol.DialogId;
import app.recado.protocol.MacroRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A macro before it is run: what it will do now with one dialog, step by step and as the dialog
 * changes, or with several. FX thread only; needs no toolkit.
 */
public final class MacroPreviewViewModel implements AutoCloseable {
  private final Desk desk;
  private final ZoneId zone;
  private final MacroRow macro;
  private final List<DialogId> dialogs;
  private final MacroPorts ports;
  private final ReadOnlyObjectWrapper<Preview> preview;
  private final Subscription subscription = new Subscription();

  /**
   * @param shown what is looked at step by step: the first it can be run with, else the first
   * @param name the customer's name there
   * @param runs those it can be run with
   * @param skipped the others; of a single dialog none, its steps say it
   */
  record Preview(
      MacroPlan shown, String name, List<MacroPlan> runs, Map<DialogItem, Obstacle> skipped) {
    /** How many each obstacle keeps it from. */
    Map<Obstacle, Integer> obstacles() {
      Map<Obstacle, Integer> counted = new TreeMap<>();
      skipped.values().forEach(why -> counted.merge(why, 1, Integer::sum));
      return counted;
    }

    boolean isReady() {
      return !runs.isEmpty();
    }

    /** How many steps are done in all. */
    int steps() {
      return runs.stream().mapToInt(plan -> plan.intents().size()).sum();
    }

    /** The variables that keep a single dialog's from being run. */
    List<Template.Open> open() {
      return isReady() ? List.of() : shown.open();
    }
  }

  /**
   * @param dialogs at least one, in the order of the list
   */
  public MacroPreviewViewModel(
      Desk desk, ZoneId zone, MacroRow macro, List<DialogId> dialogs, MacroPorts ports) {
    this.desk = desk;
    this.zone = zone;
    this.macro = macro;
    this.dialogs = List.copyOf(dialogs);
    this.ports = ports;
    preview = new ReadOnlyObjectWrapper<>(this, "preview", look());
    if (isSingle()) {
      subscription.to(desk.inbox().item(dialogs.getFirst()), item -> preview.set(look()));
    }
  }

  private Preview look() {
    List<MacroPlan> runs = new ArrayList<>();
    Map<DialogItem, Obstacle> skipped = new LinkedHashMap<>();
    MacroPlan first = new MacroPlan(dialogs.getFirst(), List.of());
    String name = "";
    for (DialogId dialog : dialogs) {
      DialogItem item = desk.inbox().item(dialog).getValue();
      if (item == null) {
        continue;
      }
      MacroPlan plan = MacroPlan.of(macro.steps(), item, desk, zone);
      Obstacle why = plan.obstacle();
      boolean runsHere =
          isSingle() ? plan.open().isEmpty() && !plan.intents().isEmpty() : why == null;
      if (runsHere ? runs.isEmpty() : first.steps().isEmpty()) {
        first = plan;
        name = item.customer().name();
      }
      if (runsHere) {
        runs.add(plan);
      } else if (!isSingle() && why != null) {
        skipped.put(item, why);
      }
    }
    return new Preview(first, name, List.copyOf(runs), skipped);
  }

  /** Whether it is about one dialog alone. */
  boolean isSingle() {
    return dialogs.size() == 1;
  }

  int dialogs() {
    return dialogs.size();
  }

  String name() {
    return macro.name();
  }

  ReadOnlyObjectProperty<Preview> preview() {
    return preview.getReadOnlyProperty();
  }

  /** Does it as things stand now; nothing if it cannot be done. */
  void run() {
    Preview now = look();
    if (now.isReady()) {
      ports.run(
          macro.name(),
          now.runs().stream()
              .map(plan -> new DeskBatches.Run(plan.dialog(), plan.intents()))
              .toList(),
          now.skipped());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
