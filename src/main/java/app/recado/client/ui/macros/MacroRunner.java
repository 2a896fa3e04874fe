package app.recado.client.ui.macros;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Offer;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.DialogId;
import app.recado.protocol.MacroRow;
import java.util.ArrayList;
import java.util.List;

/** The way to a macro's preview: by name, or chosen from all that fit. FX thread. */
public final class MacroRunner {
  private final Desk desk;
  private final Moments moments;
  private final MacroPorts ports;
  private final Texts texts = Texts.of("macros");

  public MacroRunner(Desk desk, Moments moments, MacroPorts ports) {
    this.desk = desk;
    this.moments = moments;
    this.ports = ports;
  }

  /**
   * One for each macro that fits the open dialog.
   *
   * @param come brings the conversation into view first
   */
  public List<Offer> offers(DialogItem item, Runnable come) {
    return MacroChoice.find(desk, List.of(item), "", texts.locale()).stream()
        .map(macro ->
            new Offer(
                Icon.LIST_CHECKS,
                texts.get("offer", macro.name()),
                texts.count("steps", macro.steps().size()),
                Standing.ready(),
                () -> {
                  come.run();
                  preview(macro, List.of(item.id()));
                }))
        .toList();
  }

  /** Lets one be chosen for these dialogs. */
  public void choose(List<DialogId> dialogs) {
    List<DialogItem> items = new ArrayList<>();
    for (DialogId dialog : dialogs) {
      DialogItem item = desk.inbox().item(dialog).getValue();
      if (item != null) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      return;
    }
    MacroPicker picker =
        new MacroPicker(
            desk,
            items,
            macro -> preview(macro, items.stream().map(DialogItem::id).toList()),
            ports.library());
    ports.overlay().showCentred(picker, picker.first());
  }

  private void preview(MacroRow macro, List<DialogId> dialogs) {
    MacroPreview.open(
        new MacroPreviewViewModel(desk, moments.zone(), macro, dialogs, ports),
        desk,
        moments,
        ports.overlay());
  }
}
